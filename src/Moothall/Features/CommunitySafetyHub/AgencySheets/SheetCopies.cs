using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>Copies of agencies' sheets: what stands in them is what the recipient may have when the copy leaves.</summary>
public sealed class SheetCopies(
    MoothallDb db,
    SheetContents contents,
    SheetRecipients recipients,
    TimeProvider clock
) : ICopySource
{
    /// <summary>Name of the document, alone or inside the locked file: it tells nothing.</summary>
    public const string DocumentName = "papers.docx";

    /// <inheritdoc/>
    public bool Holds(CirculationCopy copy) => copy.SheetId is not null;

    /// <inheritdoc/>
    public async Task<Verdict> GateAsync(CirculationCopy copy, CancellationToken cancel)
    {
        var (_, _, meeting) = await ReadAsync(copy, cancel);
        return MayGo(meeting);
    }

    /// <summary>Whether sheets for a hub still go out: not once it ended or was cancelled.</summary>
    public static Verdict MayGo(HubMeeting meeting) =>
        meeting.Status switch
        {
            MeetingStatus.Ended => Verdict.No(
                "The hub it was for has ended. The next hub has a sheet of its own."
            ),
            MeetingStatus.Cancelled => Verdict.No("The hub it was for is cancelled."),
            _ => Verdict.Yes("The hub it is for lies ahead."),
        };

    /// <inheritdoc/>
    public async Task<RecipientLine?> TodayAsync(CirculationCopy copy, CancellationToken cancel)
    {
        var (sheet, member, meeting) = await ReadAsync(copy, cancel);
        var lines = await recipients.ForAsync(member, sheet.Kind, meeting, cancel);
        return lines.FirstOrDefault(line => line.UserId == copy.UserId);
    }

    /// <inheritdoc/>
    public async Task<CopyContent> WriteAsync(CirculationCopy copy, CancellationToken cancel)
    {
        var (sheet, member, meeting) = await ReadAsync(copy, cancel);
        var reader = await HubViewers.ForAsync(db, copy.UserId, UkTime.Today(clock), cancel);
        var (paper, about) = await PaperAsync(
            member,
            sheet.Kind,
            meeting,
            [reader],
            copy.Mark,
            cancel
        );
        return new(paper, DocumentName, UkTime.DateOf(meeting.StartsAt), about);
    }

    /// <inheritdoc/>
    public (string Words, string Kind, Guid Id) Told(CirculationCopy copy) =>
        ("A sheet for an agency", nameof(AgencySheet), copy.SheetId!.Value);

    /// <summary>The paper of a sheet for whoever reads it, and what it tells of.</summary>
    /// <param name="member">The agency.</param>
    /// <param name="kind">Which sheet.</param>
    /// <param name="meeting">The hub it is for.</param>
    /// <param name="readers">Everyone whose sight counts; the first is the one it is made for.</param>
    /// <param name="mark">Whose copy it is.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<(Paper Paper, IReadOnlyList<(Guid?, Guid?)> About)> PaperAsync(
        HubMembership member,
        SheetKind kind,
        HubMeeting meeting,
        IReadOnlyList<HubViewer> readers,
        string mark,
        CancellationToken cancel
    )
    {
        var telephone = await db.Set<PartnershipSettings>()
            .Select(settings => settings.TeamTelephone)
            .SingleAsync(cancel);
        var head = new SheetHead(member.Name, UkTime.DateOf(meeting.StartsAt), telephone, mark);
        if (kind == SheetKind.Actions)
        {
            var actions = await contents.ActionsAsync(member, readers, cancel);
            return (
                SheetPaper.Actions(head, actions),
                [.. actions.Listed.Select(one => ((Guid?)one.Action.Id, one.Action.CaseId))]
            );
        }

        var names = await contents.NamesAsync(member, meeting, readers[0]);
        foreach (var reader in readers.Skip(1))
        {
            var seen = await contents.NamesAsync(member, meeting, reader);
            names = [.. names.Where(seen.Contains)];
        }

        return (
            SheetPaper.Research(head, names),
            [.. names.Select(one => ((Guid?)null, (Guid?)one.CaseId)).Distinct()]
        );
    }

    private async Task<(AgencySheet, HubMembership, HubMeeting)> ReadAsync(
        CirculationCopy copy,
        CancellationToken cancel
    )
    {
        var sheet = await db.Set<AgencySheet>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == copy.SheetId, cancel);
        var member = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(one => one.Representatives)
            .SingleAsync(one => one.Id == sheet.MembershipId, cancel);
        var meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == sheet.MeetingId, cancel);
        return (sheet, member, meeting);
    }
}
