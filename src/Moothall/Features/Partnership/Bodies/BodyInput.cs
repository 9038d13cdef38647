using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>What one may say of a standing group.</summary>
public sealed class BodyInput
{
    [Field("Name", Limit = 120, Required = "Enter the name of the body")]
    public string Name { get; set; } = "";

    [Field("Kind", Required = "Choose what kind of body it is")]
    public BodyType? Type { get; set; }

    [Field("What it is for", Limit = 1000, Rows = 3)]
    public string Purpose { get; set; } = "";

    [Field("Reports to")]
    public Guid? ParentId { get; set; }

    [Field("Date of its terms of reference")]
    public DateOnly? TermsDated { get; set; }

    [Field("Its terms are due for review on")]
    public DateOnly? TermsReviewDate { get; set; }

    [Field("It meets every week at a fixed time")]
    public bool MeetsWeekly { get; set; }

    [Field("Day", Conditional = true)]
    public DayOfWeek Day { get; set; } = DayOfWeek.Tuesday;

    [Field("Starts at", Width = 5, Conditional = true, Hint = "For example, 10:00.")]
    public TimeOnly Start { get; set; } = new(10, 0);

    [Field(
        "Length in minutes",
        Width = 3,
        Conditional = true,
        Hint = "No more than 60. One meeting can be longer for a guest speaker."
    )]
    public int Minutes { get; set; } = 60;

    [Field(
        "Referrals close this many days before",
        Width = 2,
        Conditional = true,
        Hint = "1 means the day before."
    )]
    public int CutOffDaysBefore { get; set; } = 1;

    [Field(
        "At",
        Name = "The time at which referrals close",
        Width = 5,
        Conditional = true,
        Hint = "12:00 is midday. Referrals received at that minute are in time."
    )]
    public TimeOnly CutOffTime { get; set; } = new(12, 0);

    [Field("How people meet", Conditional = true)]
    public MeetingMode Mode { get; set; } = MeetingMode.InPerson;

    [Field("Place", Limit = 200, Hint = "The venue, or the link of a virtual meeting.")]
    public string Venue { get; set; } = "";

    internal static BodyInput Of(GovernanceBody body) =>
        new()
        {
            Name = body.Name,
            Type = body.Type,
            ParentId = body.ParentId,
            Purpose = body.Purpose,
            TermsDated = body.TermsDated,
            TermsReviewDate = body.TermsReviewDate,
            MeetsWeekly = body.MeetsWeekly,
            Day = body.Times.Day,
            Start = body.Times.Start,
            Minutes = body.Times.Minutes,
            CutOffDaysBefore = body.Times.CutOffDaysBefore,
            CutOffTime = body.Times.CutOffTime,
            Mode = body.Times.Mode,
            Venue = body.Times.Venue,
        };

    internal void ApplyTo(GovernanceBody body)
    {
        (body.Name, body.Type, body.ParentId) = (Name, Type!.Value, ParentId);
        body.Purpose = Purpose;
        (body.TermsDated, body.TermsReviewDate) = (TermsDated, TermsReviewDate);
        body.MeetsWeekly = MeetsWeekly;
        var times = body.Times;
        (times.Day, times.Start, times.Minutes) = (Day, Start, Minutes);
        (times.CutOffDaysBefore, times.CutOffTime) = (CutOffDaysBefore, CutOffTime);
        (times.Mode, times.Venue) = (Mode, Venue);
    }

    /// <summary>What is wrong between the fields: the name of the field and the words.</summary>
    internal IEnumerable<(string Field, string Problem)> Problems(Guid? id)
    {
        if (ParentId is not null && ParentId == id)
        {
            yield return (nameof(ParentId), "A body cannot report to itself.");
        }

        if (TermsReviewDate < TermsDated)
        {
            yield return (
                nameof(TermsReviewDate),
                "The review date is before the date of the terms."
            );
        }

        if (!MeetsWeekly)
        {
            yield break;
        }

        var schedule = new MeetingSchedule(Day, Start, Minutes, CutOffDaysBefore, CutOffTime);
        foreach (var problem in schedule.Problems())
        {
            yield return (
                problem.StartsWith("Referrals", StringComparison.Ordinal)
                    ? nameof(CutOffDaysBefore)
                    : nameof(Minutes),
                problem
            );
        }
    }
}
