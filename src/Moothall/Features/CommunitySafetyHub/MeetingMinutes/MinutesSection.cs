using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>What a section of the minutes is, which decides with its case and item who gets it.</summary>
public enum MinutesSectionKind
{
    /// <summary>Body, date, times, place, chair. An invitee gets it with their items.</summary>
    Meeting,

    /// <summary>The wording all attending agreed to. An invitee gets it with their items.</summary>
    Confidentiality,

    /// <summary>Present, deputies, apologies, absent, by organisation.</summary>
    Register,

    /// <summary>An item of the agenda with its actions.</summary>
    Item,

    /// <summary>Open actions of a case that had no item.</summary>
    Actions,

    /// <summary>Who gets these minutes.</summary>
    Distribution,

    /// <summary>That their security passes to whoever receives them (S1-7.1e). An invitee gets it with their items.</summary>
    Responsibility,
}

/// <summary>A part of the minutes: the register, an item, the closing statement. Restriction to some readers is by section (settled 10).</summary>
public sealed class MinutesSection : Record, IPersonalRecord
{
    public required Guid MinutesId { get; init; }
    public required int Order { get; init; }
    public required string Heading { get; set; }

    /// <summary>Plain text in the notation of <see cref="MinutesNotation"/>.</summary>
    public required string Text { get; set; }
    public MinutesSectionKind Kind { get; init; } = MinutesSectionKind.Item;

    /// <summary>The agenda item it records, if any; who may not see the item does not get the section (settled 10).</summary>
    public Guid? ItemId { get; init; }

    /// <summary>The case it is about, if any; who may not see the case does not get the section.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Whether it belongs to the part of the meeting that those without case access leave before (settled 3).</summary>
    public bool InPartB { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Minutes", MinutesId);
}

/// <summary>A known name in the text that was left in, and why (settled 12).</summary>
public sealed class NameAccepted : Record
{
    public required Guid MinutesId { get; init; }

    /// <summary>The section it may stand in; nothing where it may stand anywhere.</summary>
    public Guid? SectionId { get; init; }
    public required string Word { get; init; }
    public required string Why { get; init; }
    public required string ByName { get; init; }
}
