using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>A person as the sheet has them.</summary>
public sealed class PersonRow
{
    /// <summary>The key of a register row.</summary>
    public string Who { get; set; } = "";
    public AttendanceState? State { get; set; }

    [Field("Arrived", Limit = 10)]
    public string Arrived { get; set; } = "";

    [Field("Left", Limit = 10)]
    public string Left { get; set; } = "";
}

/// <summary>An item as the paper has it.</summary>
public sealed class ItemRow
{
    public Guid Id { get; set; }
    public ItemOutcome? Outcome { get; set; }

    [Field("Summary", Rows = 2, Limit = 4000)]
    public string Summary { get; set; } = "";

    [Field("Decision", Limit = 1000)]
    public string Decision { get; set; } = "";
    public CaseDecision Case { get; set; }

    /// <summary>What the item said when this row was shown, as <see cref="MarkOf"/> has it.</summary>
    public string Began { get; set; } = "";

    /// <summary>The row as the item stands.</summary>
    public static ItemRow Of(AgendaItem item) =>
        new()
        {
            Id = item.Id,
            Outcome = item.Outcome,
            Summary = item.Summary,
            Decision = item.Decision,
            Began = MarkOf(item.Outcome, item.Summary, item.Decision),
        };

    /// <summary>Whether nothing was typed into it.</summary>
    public bool IsUntouched =>
        Case == CaseDecision.AsItStands && Began == MarkOf(Outcome, Summary, Decision);

    /// <summary>
    /// Finds that somebody else wrote up the item meanwhile, and then puts their words above these, so that neither are lost.
    /// </summary>
    public bool Meets(AgendaItem item)
    {
        var mark = MarkOf(item.Outcome, item.Summary, item.Decision);
        if (Began == mark || MarkOf(Outcome, Summary, Decision) == mark)
        {
            return false;
        }

        (Summary, Decision, Began) = (
            TwoTexts.Joined(item.Summary, Summary),
            TwoTexts.JoinedInLine(item.Decision, Decision),
            mark
        );
        return true;
    }

    private static string MarkOf(ItemOutcome? outcome, string summary, string decision) =>
        TwoTexts.MarkOf($"{outcome}", summary, decision);
}

/// <summary>The people of the sheet, with who saw them sign.</summary>
public sealed class PeopleForm
{
    [Field("Who saw them sign", Required = "Say who saw them sign", Width = 30, Limit = 100)]
    public string Witness { get; set; } = "";
    public List<PersonRow> Rows { get; set; } = [];
}

/// <summary>The end of the writing: the meeting's own times and what was confirmed in it.</summary>
public sealed class FinishForm
{
    [Field("Started at", Required = "Enter when it started", Width = 5)]
    public string Started { get; set; } = "";

    [Field("Ended at", Required = "Enter when it ended", Width = 5)]
    public string Ended { get; set; } = "";

    [Field("Who chaired", Required = "Choose who chaired")]
    public Guid? Chair { get; set; }

    [Field("The sharing protocol was explained to everyone attending")]
    public bool Explained { get; set; }

    [Field("Recording, transcription and assistants were off")]
    public bool RecordingOff { get; set; }

    [Field("The room was checked: no paper was left")]
    public bool RoomChecked { get; set; }
}
