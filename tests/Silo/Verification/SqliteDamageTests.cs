namespace Fulcrum.Silo.Tests.Verification;

/// <summary>Damage to a SQLite file.</summary>
public sealed class SqliteDamageTests(SqliteDamageTests.Original original) : DamageContract(original, "sqlite"), IClassFixture<SqliteDamageTests.Original>
{
    /// <summary>The undamaged file.</summary>
    public sealed class Original() : DamagedDatabase("sqlite");
}
