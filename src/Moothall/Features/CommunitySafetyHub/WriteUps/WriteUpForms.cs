using Moothall.Features.CommunitySafetyHub.Actions;
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

    /// <summary>What the register said when this row was shown.</summary>
    public string Began { get; set; } = "";

    /// <summary>The row as the register stands.</summary>
    public static PersonRow Of(
        string who,
        AttendanceState? state,
        DateTime? arrived,
        DateTime? left
    )
    {
        var row = new PersonRow
        {
            Who = who,
            State = state == AttendanceState.Expected ? null : state,
            Arrived = WriteUpUseCases.Clock(arrived),
            Left = WriteUpUseCases.Clock(left),
        };
        row.Began = row.Mark;
        return row;
    }

    /// <summary>Whether nothing was typed into it.</summary>
    public bool IsUntouched => Began == Mark;

    /// <summary>
    /// Finds that somebody else wrote the person down differently meanwhile; whoever saves once more has seen both.
    /// </summary>
    public bool Meets(AttendanceEntry entry)
    {
        var stands = Of(Who, entry.State, entry.ArrivedAt, entry.LeftAt);
        var met = Began != stands.Began && Mark != stands.Began;
        Began = stands.Began;
        return met;
    }

    private string Mark => TwoTexts.MarkOf($"{State}", Arrived.Trim(), Left.Trim());
}

/// <summary>The people of the sheet, with who saw them sign.</summary>
public sealed class PeopleForm
{
    [Field("Who saw them sign", Required = "Say who saw them sign", Width = 30, Limit = 100)]
    public string Witness { get; set; } = "";
    public List<PersonRow> Rows { get; set; } = [];
}

/// <summary>What the meeting decided about an action that was open.</summary>
public sealed class OpenActionRow
{
    public Guid Id { get; set; }
    public ActionStatus Way { get; set; }

    [Field("The result, or why the hub does no more", Limit = 1000)]
    public string Because { get; set; } = "";

    /// <summary>Whether nothing was typed into it.</summary>
    public bool IsUntouched => Way == ActionStatus.Open && Because.Length == 0;
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

    [Field("Took the chair at", Width = 5, Hint = "Only where the chair changed on paper.")]
    public string ChairFrom { get; set; } = "";

    [Field("The sharing protocol was explained to everyone attending")]
    public bool Explained { get; set; }

    [Field("It was confirmed at the meeting that recording, transcription and assistants were off")]
    public bool RecordingOff { get; set; }

    [Field(
        "Who confirmed it at the meeting",
        Width = 30,
        Limit = 100,
        Hint = "As the paper has it. Empty: who chaired."
    )]
    public string ConfirmedBy { get; set; } = "";

    [Field("The room was checked: no paper was left")]
    public bool RoomChecked { get; set; }

    /// <summary>The times as they were; nothing where one cannot be read, which is said with it.</summary>
    public PaperTimes? Times(HubMeeting meeting, List<PaperProblem> problems)
    {
        DateTime? Read(string field, string text, bool needed)
        {
            var time = WriteUpUseCases.TimeOf(meeting, text, null);
            if (time is null && (needed || text.Trim().Length > 0))
            {
                problems.Add(
                    new($"Finish.{field}", "Enter times as they were, for example 10:05.")
                );
            }

            return time;
        }

        // What was confirmed on the screen before the network failed stands.
        var begun = meeting.IsOnPaper;
        var started = begun ? meeting.StartedAt : Read(nameof(Started), Started, needed: true);
        var ended = Read(nameof(Ended), Ended, needed: true);
        var from = begun ? Read(nameof(ChairFrom), ChairFrom, needed: false) : null;
        return started is null || ended is null || problems.Count > 0
            ? null
            : new(
                started.Value,
                ended.Value,
                meeting.Register.Find(one => one.Id == Chair && one.UserId is not null),
                begun || Explained,
                begun || RecordingOff,
                RoomChecked
            )
            {
                ConfirmedBy = ConfirmedBy.Trim(),
                ChairFrom = from,
            };
    }
}
