using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Jobs;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Deletes messages a while after they were settled, with the files that went nowhere. What waits is never deleted.</summary>
public sealed class MessagePurge(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MessagePurge> log
) : RecurringJob(scopes, clock, log)
{
    private const int GroupSize = 100;
    private static readonly TimeSpan NumbersKept = TimeSpan.FromDays(400);

    /// <inheritdoc/>
    protected override string Name => "deleting settled messages";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var now = Now;
        var before = now - IncomingMessage.KeptFor;
        var old = await db.Set<IncomingMessage>()
            .Include(message => message.Files)
                .ThenInclude(file => file.File)
            .Where(message => message.SettledAt <= before)
            .OrderBy(message => message.SettledAt)
            .Take(GroupSize)
            .ToListAsync(cancel);
        var files = old.SelectMany(message => message.Files).ToList();
        var stored = files.ConvertAll(file => file.File!);
        db.RemoveRange(files);
        db.RemoveRange(stored);
        db.RemoveRange(old);
        await db.SaveChangesAsync(cancel);
        foreach (var one in stored)
        {
            services.GetRequiredService<IFileStore>().Delete(one.StoreName);
        }

        var numbers = now - NumbersKept;
        await db.InTurnAsync(
            () => db.Set<TakenMail>().Where(mail => mail.At <= numbers).ExecuteDeleteAsync(cancel),
            cancel
        );
    }
}
