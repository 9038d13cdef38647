using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>A line of the agenda on the left.</summary>
public sealed record LiveLine(
    Guid Id,
    int Order,
    AgendaPart Part,
    string Title,
    int Minutes,
    ItemOutcome? Outcome,
    bool IsCurrent
);

/// <summary>A person of the case under discussion, with full name (settled 12); a protected address never comes here.</summary>
public sealed record LivePerson(string Name, PersonRole Role, string Born, string Address);

/// <summary>What an agency found in its own records before the meeting.</summary>
public sealed record LiveResearch(
    string Agency,
    string About,
    ResearchAnswer Answer,
    string Summary
);

/// <summary>The item under discussion, as far as the viewer may see it.</summary>
/// <param name="Item">The item with what agencies shared.</param>
/// <param name="Clock">Its time.</param>
/// <param name="People">People of its case.</param>
/// <param name="Places">Places of its case.</param>
/// <param name="Research">Research returns.</param>
/// <param name="Room">Who stays for it and who should leave, and why, for whoever runs the meeting.</param>
/// <param name="Story">What its case is about; nothing where the case itself is not open to the viewer.</param>
public sealed record LiveItem(
    AgendaItem Item,
    MeetingClock Clock,
    IReadOnlyList<LivePerson> People,
    IReadOnlyList<string> Places,
    IReadOnlyList<LiveResearch> Research,
    RoomList? Room,
    LiveStory? Story
);

/// <summary>What a case is about, for those to whom it is open: what the last hub said of it, or what was referred.</summary>
/// <param name="Reference">The case, to read the rest.</param>
/// <param name="Parts">Words with their labels.</param>
public sealed record LiveStory(string Reference, IReadOnlyList<(string Label, string Text)> Parts);

/// <summary>An action on the right.</summary>
public sealed record LiveAction(
    Guid Id,
    string Text,
    string Owner,
    DateOnly Due,
    bool IsOpen,
    string Standing,
    bool IsQuiet,
    string LastReport
)
{
    /// <summary>Its case, under an item of many cases, where that case is open to the viewer; otherwise empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Whether its last report says that it is done, so that the meeting may agree.</summary>
    public bool IsReportedDone { get; init; }
}

/// <summary>The last thing the viewer did here, to undo.</summary>
public sealed record LiveUndo(Guid Deed, string Words);

/// <summary>Someone an action can be given to.</summary>
public sealed record LiveOwner(Guid Id, string Name, IReadOnlyList<(Guid Id, string Name)> People);

/// <summary>The live meeting as one person sees it at one moment.</summary>
/// <param name="Pulse">The number of this state; a greater one means that it is old.</param>
/// <param name="Clock">The hour.</param>
/// <param name="Lines">The agenda, as far as the viewer sees it.</param>
/// <param name="Current">The item under discussion; nothing where there is none or it is not for the viewer.</param>
/// <param name="HiddenOrder">The number of the item under discussion where it is not for the viewer, and no more of it.</param>
/// <param name="Actions">Actions of the item.</param>
/// <param name="Owners">Members an action can be given to, for whoever runs the meeting.</param>
/// <param name="Due">The default due date with its reason, for whoever runs the meeting.</param>
/// <param name="Here">How many are here.</param>
/// <param name="ChairTaken">That the chair was taken over, from whom and when; empty where it was not.</param>
/// <param name="Undo">What the viewer can undo.</param>
public sealed record LiveBoard(
    long Pulse,
    MeetingClock Clock,
    IReadOnlyList<LiveLine> Lines,
    LiveItem? Current,
    int? HiddenOrder,
    IReadOnlyList<LiveAction> Actions,
    IReadOnlyList<LiveOwner> Owners,
    string Due,
    int Here,
    string ChairTaken,
    LiveUndo? Undo
)
{
    /// <summary>The item that comes next where it is restricted, for whoever runs the meeting and sees it.</summary>
    public NextRoom? Next { get; init; }

    /// <summary>The item before the one under discussion, among those the viewer sees.</summary>
    public Guid? Previous => Lines.TakeWhile(line => !line.IsCurrent).LastOrDefault()?.Id;

    /// <summary>The item after it.</summary>
    public Guid? Following => Lines.SkipWhile(line => !line.IsCurrent).Skip(1).FirstOrDefault()?.Id;

    /// <summary>Actions of the item that the meeting may agree as done in one decision.</summary>
    public IReadOnlyList<LiveAction> ReportedDone =>
        [.. Actions.Where(action => action.IsReportedDone)];
}

/// <summary>A restricted item that comes next, with who stays for it and who is asked to step out.</summary>
public sealed record NextRoom(int Order, string Title, RoomList Room);
