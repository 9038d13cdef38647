using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>A person as the sheet has them.</summary>
public sealed class PersonRow
{
    /// <summary>The key of a register row, or of the chair's line.</summary>
    public string Who { get; set; } = "";
    public AttendanceState? State { get; set; }

    [Field("Arrived", Limit = 10)]
    public string Arrived { get; set; } = "";

    [Field("Left", Limit = 10)]
    public string Left { get; set; } = "";

    /// <summary>The key of whoever was to chair, where the register has no line of theirs.</summary>
    public static string OfChair(Guid userId) => $"chair-{userId}";
}

/// <summary>An item as the paper has it.</summary>
public sealed class ItemRow
{
    public Guid Id { get; set; }
    public ItemOutcome? Outcome { get; set; }

    [Field("Summary", Limit = 4000)]
    public string Summary { get; set; } = "";

    [Field("Decision", Limit = 1000)]
    public string Decision { get; set; } = "";
    public CaseDecision Case { get; set; }
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
