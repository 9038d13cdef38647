using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>The command <c>audit verify</c>.</summary>
public static class VerifyAuditCommand
{
    /// <summary>Walks the chain; exit code 1 and the first broken link where there is one.</summary>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        if (!await db.Database.CanConnectAsync())
        {
            Console.Error.WriteLine("There is no database at this address.");
            return 2;
        }

        var verdict = await AuditVerifier.VerifyAsync(db);
        if (verdict.BrokenAt is { } link)
        {
            Console.WriteLine($"The audit is broken at entry {link}: {verdict.Why}.");
            return 1;
        }

        Console.WriteLine($"The audit holds: {verdict.Entries} entries.");
        return 0;
    }
}
