using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas.Research;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>An open action as a sheet tells it.</summary>
/// <param name="Action">The action with its reports.</param>
/// <param name="Reference">Its case; empty for one without a case.</param>
/// <param name="Text">What is to be done, with initials for the people of its case.</param>
/// <param name="LastReport">The last report, with initials too; empty before the first.</param>
public sealed record SheetAction(
    HubAction Action,
    string Reference,
    string Text,
    string LastReport
);

/// <summary>The actions a sheet lists, and how many of the agency's it leaves to the telephone.</summary>
public sealed record SheetActions(IReadOnlyList<SheetAction> Listed, int ByTelephone);

/// <summary>
/// What may stand on a sheet. An action sheet is a file that leaves the house and needs no signature of today, so it is told like
/// minutes: the owner's own actions (settled 9), initials and the case's reference instead of names (settled 12); who needs the name
/// asks for the reference by telephone. An action of a case that is restricted from the reader, one in whose text something
/// protected stands, or one without a case that names somebody all the same, is not on it at all. The research list carries full
/// names, as it must (settled 9, 12), but no protected value, whoever of the hub it is kept of.
/// </summary>
public sealed class SheetContents(MoothallDb db, ProtectedText kept)
{
    /// <summary>What stands on a research list in place of a protected value.</summary>
    public const string ByTelephone = "Not written here: ring us";

    /// <summary>The member's open actions as this reader may have them in a file.</summary>
    /// <param name="member">The owner.</param>
    /// <param name="readers">Everyone whose sight counts: the recipient, and where the team looks the viewer too.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<SheetActions> ActionsAsync(
        HubMembership member,
        IReadOnlyList<HubViewer> readers,
        CancellationToken cancel = default
    )
    {
        var known = db.Set<HubAction>()
            .Where(action =>
                action.OwnerMembershipId == member.Id && action.Status == ActionStatus.Open
            );
        known = readers.Aggregate(known, (found, reader) => found.VisibleTo(reader, db));
        var seen = readers.Aggregate(
            db.Set<HubCase>().AsQueryable(),
            (found, reader) => found.VisibleTo(reader, db)
        );
        var seenIds = seen.Select(one => one.Id);
        var all = await known.CountAsync(cancel);
        var actions = await known
            .AsNoTracking()
            .Where(action => action.CaseId == null || seenIds.Contains(action.CaseId.Value))
            .Include(action => action.Updates)
            .Include(action => action.Case)
            .AsSplitQuery()
            .OrderBy(action => action.Due)
            .ThenBy(action => action.Id)
            .ToListAsync(cancel);
        var listed = await TellableAsync(member.BodyId, actions, cancel);
        return new(listed, all - listed.Count);
    }

    /// <summary>The names this reader may look up for the member; none before the agenda is published.</summary>
    public async Task<IReadOnlyList<ResearchSubject>> NamesAsync(
        HubMembership member,
        HubMeeting meeting,
        HubViewer reader,
        CancellationToken cancel = default
    )
    {
        if (ResearchRecording.ShutBecause(meeting) is not null || !member.SeesCases)
        {
            return [];
        }

        var subjects = await ResearchSubjects.ForAsync(db, meeting, reader, member);
        var holding = await kept.FindAsync(
            meeting.BodyId,
            subjects.SelectMany(one =>
                new[] { ($"{one.Key} name", one.Name), ($"{one.Key} address", one.Address) }
            ),
            cancel
        );
        return
        [
            .. subjects.Select(one =>
                one with
                {
                    Name = holding.Contains($"{one.Key} name") ? ByTelephone : one.Name,
                    Address = holding.Contains($"{one.Key} address") ? ByTelephone : one.Address,
                }
            ),
        ];
    }

    /// <summary>A member as such, for a sheet that is printed rather than sent to a person: it sees what each of its representatives does.</summary>
    public static HubViewer Member(HubMembership member, DateOnly today)
    {
        var open = member.ShutBecause(today) is null;
        var seeing = open && member.SeesCases;
        return new(
            Guid.Empty,
            member.Name,
            null,
            RunsHub: false,
            IsTeam: false,
            open ? [member.Id] : [],
            seeing ? [member.Id] : [],
            seeing && member.OrganisationId is { } organisation ? [organisation] : [],
            seeing ? [member.BodyId] : [],
            member.ShutBecause(today) is { } why ? [why] : []
        )
        {
            MemberBodyIds = open ? [member.BodyId] : [],
        };
    }

    private async Task<List<SheetAction>> TellableAsync(
        Guid bodyId,
        IReadOnlyList<HubAction> actions,
        CancellationToken cancel
    )
    {
        var holding = (
            await kept.FindAsync(
                bodyId,
                actions.Select(action => ($"{action.Id}", $"{action.Text}\n{LastReport(action)}")),
                cancel
            )
        ).ToHashSet();
        holding.UnionWith(await NamingAsync(bodyId, actions, cancel));
        var cases = actions.Select(action => action.CaseId).OfType<Guid>().ToHashSet();
        var names = await MinutesNames.KnownHereAndElsewhereAsync(
            db,
            bodyId,
            Guid.Empty,
            cases,
            cancel
        );
        var told = actions.Where(action => !holding.Contains($"{action.Id}")).ToList();
        var texts = Initialled(told.ConvertAll(action => action.Text), names);
        var reports = Initialled(told.ConvertAll(LastReport), names);
        return
        [
            .. told.Select(
                (action, at) =>
                    new SheetAction(action, action.Case?.Reference ?? "", texts[at], reports[at])
            ),
        ];
    }

    // Without a case there is no reference to ask by, and initials would be told apart by numbers as high as the hub is old: what
    // names anybody the hub knows is left to the telephone. A name that is an ordinary word ("by 3 May") tells nothing alone.
    private async Task<IEnumerable<string>> NamingAsync(
        Guid bodyId,
        IReadOnlyList<HubAction> actions,
        CancellationToken cancel
    )
    {
        var texts = actions
            .Where(action => action.CaseId is null)
            .Select(action => new TextBlock($"{action.Id}", $"{action.Text}\n{Last(action)?.Text}"))
            .ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        var known = await MinutesNames.KnownInHubAsync(db, bodyId, cancel);
        var officers = await MinutesNames.AccountsAsync(db, cancel);
        return MinutesNames
            .Find(texts, known, officers)
            .Where(found => !found.OrdinaryWord)
            .Select(found => found.BlockKey);
    }

    private static ActionUpdate? Last(HubAction action) =>
        action.Updates.MaxBy(update => update.At);

    private static string LastReport(HubAction action) =>
        Last(action) is { } last
            ? $"{UkTime.Date(UkTime.DateOf(last.At))}. {last.InOneLine(action.OwnerName)}"
            : "";

    private static List<string> Initialled(
        IReadOnlyList<string> texts,
        IReadOnlyList<KnownName> names
    )
    {
        var blocks = texts.Select((text, at) => new TextBlock($"{at}", text)).ToList();
        var found = InitialsCheck.Find(blocks, names);
        return blocks.ConvertAll(block => InitialsCheck.Replace(block, found).Text);
    }
}
