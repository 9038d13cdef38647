using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Sends one copy once (settled 23): everything is asked again, the copy is marked as being sent and that is committed, then it is
/// sent, then what became of it is written down. Dying anywhere in between can lose a result but never send twice.
/// </summary>
public sealed class CopySending(
    MoothallDb db,
    IEnumerable<ICopySource> sources,
    CopyFiles files,
    CirculationMail mail,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock,
    ILogger<CopySending> log
)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Tries one waiting copy.</summary>
    public async Task TryAsync(Guid copyId, IMailTransport transport, CancellationToken cancel)
    {
        var copy = await db.Set<CirculationCopy>().SingleAsync(c => c.Id == copyId, cancel);
        if (copy.Status != CopyStatus.Waiting)
        {
            return;
        }

        var source = sources.Single(one => one.Holds(copy));
        if (await HeldBecauseAsync(copy, source, cancel) is { } reason)
        {
            copy.Become(CopyStatus.Held, reason, Now);
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (
            await MakeAsync(copy, source, cancel) is { } made
            && await MarkAsync(copy, made.File, made.Content, cancel) is { } marked
        )
        {
            var result = await HandOverAsync(copy, marked.Message, transport, cancel);
            await EndAsync(copy, marked.Attempt, result, source.Told(copy));
        }
    }

    /// <summary>What changed since release and forbids this sending; access counts at the moment something leaves.</summary>
    private async Task<string?> HeldBecauseAsync(
        CirculationCopy copy,
        ICopySource source,
        CancellationToken cancel
    )
    {
        if (await source.GateAsync(copy, cancel) is { Allowed: false } gate)
        {
            return gate.Reason;
        }

        return await source.TodayAsync(copy, cancel) switch
        {
            null => "Nothing was sent: they no longer are on the list of recipients.",
            { Verdict: { Route: CirculationRoute.None } none } =>
                $"Nothing was sent. {none.Reason}",
            { Verdict: { } other } when other.Route != copy.Route =>
                $"Nothing was sent, because their route has changed. {other.Reason}",
            { Address: { } address }
                when !string.Equals(address, copy.Address, StringComparison.OrdinalIgnoreCase) =>
                "Nothing was sent, because the address of their account has changed. Send it again to use the new one.",
            _ => null,
        };
    }

    private async Task<(CopyFile File, CopyContent Content)?> MakeAsync(
        CirculationCopy copy,
        ICopySource source,
        CancellationToken cancel
    )
    {
        try
        {
            var content = await source.WriteAsync(copy, cancel);
            return (await files.MakeAsync(copy.Route, content, cancel), content);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The file of the copy {Copy} could not be made", copy.Id);
            copy.Become(
                CopyStatus.Waiting,
                "The file could not be made, so nothing was sent. It is tried again; the administrator's log says why.",
                Now
            );
            copy.NextAttemptAt = Now + AfterFault;
            await db.SaveChangesAsync(cancel);
            return null;
        }
    }

    /// <summary>Commits that it is being sent. Who loses the race for the row sends nothing.</summary>
    private async Task<(SendingAttempt Attempt, OutgoingMail Message)?> MarkAsync(
        CirculationCopy copy,
        CopyFile file,
        CopyContent content,
        CancellationToken cancel
    )
    {
        var attempt = new SendingAttempt
        {
            CopyId = copy.Id,
            FileId = file.Kept.Id,
            PasswordId = file.PasswordId,
            Address = copy.Address,
            StartedAt = Now,
        };
        var message = await mail.WriteAsync(attempt, copy.Route, file.Attachment, cancel);
        db.Add(file.Kept);
        db.Add(attempt);
        db.AddRange(
            content.About.Select(one => new SentLine
            {
                AttemptId = attempt.Id,
                ActionId = one.ActionId,
                CaseId = one.CaseId,
            })
        );
        copy.Become(CopyStatus.Sending, "", Now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return (attempt, message);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            files.Forget(file);
            return null;
        }
    }

    private async Task<MailResult> HandOverAsync(
        CirculationCopy copy,
        OutgoingMail message,
        IMailTransport transport,
        CancellationToken cancel
    )
    {
        try
        {
            return await transport.SendAsync(message, cancel);
        }
        catch (OperationCanceledException)
        {
            // The transport promises that nothing had been handed over.
            return new MailResult.Refused(
                "The product was stopped before anything was sent.",
                Permanent: false
            );
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Sending the copy {Copy} failed in an unexpected way", copy.Id);
            return new MailResult.Uncertain(
                "Sending failed in an unexpected way. It may have arrived or not."
            );
        }
    }

    private async Task EndAsync(
        CirculationCopy copy,
        SendingAttempt attempt,
        MailResult result,
        (string Words, string Kind, Guid Id) paper
    )
    {
        var attempts = await db.Set<SendingAttempt>().CountAsync(a => a.CopyId == copy.Id, default);
        SendingResult.Record(copy, attempt, result, attempts, Now);
        await db.SaveChangesAsync(CancellationToken.None);
        if (copy.Status is CopyStatus.Sent or CopyStatus.Uncertain)
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Disclosure, actor) with
                {
                    Note =
                        $"{paper.Words} to {copy.RecipientName}, {copy.OrganisationName}, at {copy.Address}: {Platform.Ui.DisplayNames.Of(copy.Route)}, {Platform.Ui.DisplayNames.Of(copy.Status)}",
                    Subjects = [new(paper.Kind, paper.Id), new(nameof(CirculationCopy), copy.Id)],
                },
                CancellationToken.None
            );
        }
    }
}
