using Fulcrum.Silo.Tests.Verification;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>An archived PostgreSQL database.</summary>
public sealed class PostgresArchivedDatabaseTests(PostgresDamageTests.Original original) : ArchivedDatabaseContract(original), IClassFixture<PostgresDamageTests.Original>;
