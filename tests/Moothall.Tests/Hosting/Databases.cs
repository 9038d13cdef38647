using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Moothall.Tests.Hosting;

/// <summary>The two databases that the product runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs the test's one body on SQLite and on PostgreSQL; the test takes a <see cref="Database"/>.</summary>
public sealed class BothDatabasesAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new([
            new TheoryDataRow<Database>(Database.Sqlite),
            new TheoryDataRow<Database>(Database.Postgres),
        ]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
