using Fulcrum.Silo.Tests.Verification;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>An archived SQLite file.</summary>
public sealed class SqliteArchivedDatabaseTests(SqliteDamageTests.Original original) : ArchivedDatabaseContract(original), IClassFixture<SqliteDamageTests.Original>;
