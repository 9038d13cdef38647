using Moothall.Features.CommunitySafetyHub.Actions;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Why a case comes to a meeting, in the order the meeting takes them.</summary>
public enum CaseStanding
{
    NewUrgent,
    New,

    /// <summary>It was on an earlier agenda and the hour ended first.</summary>
    NotReached,
    Continuing,
}

/// <summary>A case that comes to a meeting.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">What people call it aloud.</param>
/// <param name="Title">What is asked of the hub, without names.</param>
/// <param name="Standing">Why it comes.</param>
/// <param name="Pressing">Where its most pressing open action stands; nothing without one.</param>
public sealed record CaseForAgenda(
    Guid Id,
    string Reference,
    string Title,
    CaseStanding Standing,
    AgendaPlace? Pressing
);

/// <summary>An item that the agenda should have.</summary>
public sealed record DraftItem(
    AgendaPart Part,
    AgendaItemKind Kind,
    string Title,
    int Minutes,
    Guid? CaseId = null,
    string Presenter = ""
);

/// <summary>
/// Writes the first draft of an agenda (S1-A1): what every hub begins with and the speakers in part A; in part B the open
/// actions, new cases, continuing cases with the pressing ones first, and any other business (settled 3, C8).
/// </summary>
public static class AgendaBuilder
{
    /// <summary>Minutes a guest speaker has unless someone says otherwise.</summary>
    public const int SpeakerMinutes = 10;

    private const int ActionMinutes = 10;

    /// <summary>The items in order, their minutes fitted to the meeting where that is possible.</summary>
    /// <param name="cases">The cases that come.</param>
    /// <param name="speakers">Invited guest speakers with their agencies.</param>
    /// <param name="limit">Planned length of the meeting in minutes.</param>
    public static IReadOnlyList<DraftItem> Build(
        IEnumerable<CaseForAgenda> cases,
        IEnumerable<(string Name, string Agency)> speakers,
        int limit
    )
    {
        var items = new List<DraftItem>
        {
            Of(AgendaPart.A, AgendaItemKind.Welcome, "Welcome, introductions and apologies", 3),
            Of(
                AgendaPart.A,
                AgendaItemKind.Confidentiality,
                "Confidentiality agreement and sharing protocol",
                2
            ),
            Of(AgendaPart.A, AgendaItemKind.Minutes, "Minutes and matters arising", 5),
            Of(AgendaPart.A, AgendaItemKind.Urgent, "Urgent and emerging issues", 5),
            Of(AgendaPart.A, AgendaItemKind.Campaign, "Campaigns and events", 3),
        };
        items.AddRange(speakers.Select(speaker => Speaker(speaker.Name, speaker.Agency)));
        items.Add(Of(AgendaPart.B, AgendaItemKind.Actions, "Open actions", ActionMinutes));
        items.AddRange(Order(cases).Select(Case));
        items.Add(Of(AgendaPart.B, AgendaItemKind.AnyOther, "Any other business", 2));
        return Fit(items, limit);
    }

    /// <summary>The item of a guest speaker.</summary>
    public static DraftItem Speaker(string name, string agency) =>
        new(
            AgendaPart.A,
            AgendaItemKind.GuestSpeaker,
            $"Guest speaker: {name}",
            SpeakerMinutes,
            Presenter: agency
        );

    /// <summary>The item of a case: its reference and title, never a name.</summary>
    public static DraftItem Case(CaseForAgenda one) =>
        new(
            AgendaPart.B,
            one.Standing is CaseStanding.New or CaseStanding.NewUrgent
                ? AgendaItemKind.NewCase
                : AgendaItemKind.ContinuingCase,
            $"{one.Reference}: {one.Title}",
            MinutesOf(one),
            one.Id
        );

    /// <summary>Urgent first, then new, then what was not reached, then continuing with overdue and changed actions first (C8).</summary>
    public static IEnumerable<CaseForAgenda> Order(IEnumerable<CaseForAgenda> cases) =>
        cases
            .OrderBy(one => one.Standing)
            .ThenBy(one => one.Pressing ?? AgendaPlace.NoChange)
            .ThenBy(one => one.Reference, StringComparer.Ordinal);

    private static int MinutesOf(CaseForAgenda one) =>
        (one.Standing, one.Pressing) switch
        {
            (CaseStanding.New or CaseStanding.NewUrgent, _) => 5,
            (CaseStanding.NotReached, _) => 3,
            (_, AgendaPlace.Overdue or AgendaPlace.Changed) => 2,
            (_, AgendaPlace.DueNow) => 1,
            // Listed, not discussed unless someone asks.
            _ => 0,
        };

    // Every minute too many is taken from the longest item that can spare it; below its least an item could not be heard
    // at all, and then a person decides what gives way.
    private static List<DraftItem> Fit(List<DraftItem> items, int limit)
    {
        for (var over = items.Sum(item => item.Minutes) - limit; over > 0; over--)
        {
            var longest = items
                .Select((item, index) => (item, index, Spare: item.Minutes - LeastOf(item.Kind)))
                .Where(one => one.Spare > 0)
                .OrderByDescending(one => one.item.Minutes)
                .ThenByDescending(one => one.index)
                .FirstOrDefault();
            if (longest.item is null)
            {
                break;
            }

            items[longest.index] = longest.item with { Minutes = longest.item.Minutes - 1 };
        }

        return items;
    }

    private static int LeastOf(AgendaItemKind kind) =>
        kind switch
        {
            AgendaItemKind.NewCase => 2,
            AgendaItemKind.Actions => 5,
            AgendaItemKind.GuestSpeaker => SpeakerMinutes,
            _ => 1,
        };

    private static DraftItem Of(AgendaPart part, AgendaItemKind kind, string title, int minutes) =>
        new(part, kind, title, minutes);
}
