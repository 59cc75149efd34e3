namespace Fulcrum.Silo.Tests.Verification;

/// <summary>Damage to a PostgreSQL database.</summary>
public sealed class PostgresDamageTests(PostgresDamageTests.Original original) : DamageContract(original, "postgres"), IClassFixture<PostgresDamageTests.Original>
{
    /// <summary>The undamaged database.</summary>
    public sealed class Original() : DamagedDatabase("postgres");
}
