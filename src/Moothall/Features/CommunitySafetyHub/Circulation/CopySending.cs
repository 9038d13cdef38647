using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Sends one copy once (settled 23): everything is asked again, the copy is marked as being sent and that is committed, then it is
/// sent, then what became of it is written down. Dying anywhere in between can lose a result but never send twice.
/// </summary>
public sealed class CopySending(
    MoothallDb db,
    Recipients recipients,
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

        var minutes = await db.Set<Minutes>()
            .Include(m => m.Sections)
            .Include(m => m.Signatures)
            .AsNoTracking()
            .AsSplitQuery()
            .SingleAsync(m => m.Id == copy.MinutesId, cancel);
        if (await HeldBecauseAsync(copy, minutes, cancel) is { } reason)
        {
            copy.Become(CopyStatus.Held, reason, Now);
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (
            await MakeAsync(copy, minutes, cancel) is { } file
            && await MarkAsync(copy, file, cancel) is { } marked
        )
        {
            await SendAsync(copy, marked.Attempt, marked.Message, transport, cancel);
        }
    }

    /// <summary>What changed since release and forbids this sending; access counts at the moment something leaves.</summary>
    private async Task<string?> HeldBecauseAsync(
        CirculationCopy copy,
        Minutes minutes,
        CancellationToken cancel
    )
    {
        if (CirculationGate.Check(minutes) is { Allowed: false } gate)
        {
            return gate.Reason;
        }

        var lines = await recipients.ForAsync(minutes, copy.UserId, cancel);
        return lines.FirstOrDefault(line => line.UserId == copy.UserId) switch
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

    private async Task<CopyFile?> MakeAsync(
        CirculationCopy copy,
        Minutes minutes,
        CancellationToken cancel
    )
    {
        try
        {
            var meetingOn = UkTime.DateOf(
                await db.Set<HubMeeting>()
                    .Where(meeting => meeting.Id == minutes.MeetingId)
                    .Select(meeting => meeting.StartsAt)
                    .SingleAsync(cancel)
            );
            var reader = await HubViewers.ForAsync(db, copy.UserId, UkTime.Today(clock), cancel);
            var sections = await db.SectionsForAsync(minutes, reader, cancel);
            return await files.MakeAsync(
                copy.Route,
                new(minutes, sections, copy.Mark),
                meetingOn,
                cancel
            );
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

    private async Task SendAsync(
        CirculationCopy copy,
        SendingAttempt attempt,
        OutgoingMail message,
        IMailTransport transport,
        CancellationToken cancel
    )
    {
        MailResult result;
        try
        {
            result = await transport.SendAsync(message, cancel);
        }
        catch (OperationCanceledException)
        {
            // The transport promises that nothing had been handed over.
            result = new MailResult.Refused(
                "The product was stopped before anything was sent.",
                Permanent: false
            );
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Sending the copy {Copy} failed in an unexpected way", copy.Id);
            result = new MailResult.Uncertain(
                "Sending failed in an unexpected way. It may have arrived or not."
            );
        }

        var attempts = await db.Set<SendingAttempt>().CountAsync(a => a.CopyId == copy.Id, default);
        SendingResult.Record(copy, attempt, result, attempts, Now);
        await db.SaveChangesAsync(CancellationToken.None);
        if (copy.Status is CopyStatus.Sent or CopyStatus.Uncertain)
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Disclosure, actor) with
                {
                    Note =
                        $"Minutes to {copy.RecipientName}, {copy.OrganisationName}, at {copy.Address}: {Platform.Ui.DisplayNames.Of(copy.Route)}, {Platform.Ui.DisplayNames.Of(copy.Status)}",
                    Subjects =
                    [
                        new("Minutes", copy.MinutesId),
                        new(nameof(CirculationCopy), copy.Id),
                    ],
                },
                CancellationToken.None
            );
        }
    }
}
