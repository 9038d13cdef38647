using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Operations;

/// <summary>Whether the application can do its work. What is wrong stands in the log; whoever asks hears one word.</summary>
public sealed class Readiness(
    IServiceScopeFactory scopes,
    IOptions<OperationsOptions> options,
    IOptions<DocumentsOptions> documents,
    ILogger<Readiness> log
)
{
    private const long Megabyte = 1024 * 1024;

    // However often strangers ask, the database is asked this often.
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private (long At, bool IsReady)? last;

    /// <summary>Bytes free where files lie.</summary>
    public long FreeDisk =>
        new DriveInfo(Path.GetFullPath(documents.Value.FilesPath)).AvailableFreeSpace;

    /// <summary>Looks whether everything is as it must be.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            if (last is { } known && Stopwatch.GetElapsedTime(known.At) < Holds)
            {
                return known.IsReady;
            }

            var isReady =
                await HoldsAsync("the database", () => DatabaseAsync(cancel))
                & await HoldsAsync("the key file", KeysAsync)
                & await HoldsAsync("the folder of files", FolderAsync)
                & await HoldsAsync("free disk", () => Task.FromResult(HasRoom()));
            last = (Stopwatch.GetTimestamp(), isReady);
            return isReady;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<bool> HoldsAsync(string what, Func<Task<bool>> check)
    {
        try
        {
            if (await check())
            {
                return true;
            }

            log.LogWarning("Not ready because of {What}", what);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning(fault, "Not ready because of {What}", what);
        }

        return false;
    }

    private async Task<bool> DatabaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    private Task<bool> KeysAsync()
    {
        PartnershipKey.Load(documents.Value.KeyFile);
        return Task.FromResult(true);
    }

    private Task<bool> FolderAsync()
    {
        var trial = PrivateFiles.UnfinishedName(Path.Combine(documents.Value.FilesPath, "trial"));
        PrivateFiles.Create(trial).Dispose();
        File.Delete(trial);
        return Task.FromResult(true);
    }

    private bool HasRoom() => FreeDisk >= options.Value.FreeDiskFloor * Megabyte;
}
