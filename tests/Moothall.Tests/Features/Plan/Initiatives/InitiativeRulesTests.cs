using Moothall.Features.Plan.Initiatives;
using Moothall.Platform.Ui;

namespace Moothall.Tests.Features.Plan.Initiatives;

/// <summary>Who may change an initiative, money as people type it, and what a record must say.</summary>
public sealed class InitiativeRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Guid Ours = new("00000000-0000-7000-8000-000000000011");
    private static readonly Guid Theirs = new("00000000-0000-7000-8000-000000000012");

    [Fact]
    public void An_agency_changes_what_it_leads_and_the_team_changes_all()
    {
        Assert.True(InitiativeAccess.MayChange(true, true, null, Theirs).Allowed);
        Assert.True(InitiativeAccess.MayChange(true, false, Ours, Ours).Allowed);
        Assert.Equal(
            "Another organisation leads it. Ask them or the Community Safety Team to change it.",
            InitiativeAccess.MayChange(true, false, Ours, Theirs).Reason
        );
        Assert.StartsWith(
            "Your account belongs to no organisation.",
            InitiativeAccess.MayChange(true, false, null, Guid.Empty).Reason,
            StringComparison.Ordinal
        );
        Assert.False(InitiativeAccess.MayChange(false, false, Ours, Ours).Allowed);
    }

    [Theory]
    [InlineData("1250", 125_000L)]
    [InlineData("£1,250", 125_000L)]
    [InlineData(" £ 1,250.50 ", 125_050L)]
    [InlineData("12k", 1_200_000L)]
    [InlineData("2.5K", 250_000L)]
    [InlineData("0", 0L)]
    [InlineData("1.005", null)]
    [InlineData("-5", null)]
    [InlineData("about 5", null)]
    [InlineData("", null)]
    [InlineData("99999999999", null)]
    public void Money_is_read_as_people_type_it(string text, long? pence) =>
        Assert.Equal(pence, FigureText.ReadPence(text));

    [Theory]
    [InlineData(125_000, "£1,250")]
    [InlineData(125_050, "£1,250.50")]
    [InlineData(5, "£0.05")]
    public void Money_is_shown_without_empty_pence(long pence, string words) =>
        Assert.Equal(words, FigureText.Money(pence));

    [Theory]
    [InlineData("2026-07-01", "2026-09-30", true)]
    [InlineData("2026-06-30", "2026-09-30", false)]
    [InlineData("2026-07-01", "2026-10-01", false)]
    [InlineData("2026-09-30", null, true)]
    [InlineData("2026-10-01", null, false)]
    public void It_lies_within_a_time_when_it_began_and_ended_in_it(
        string from,
        string? until,
        bool isWithin
    ) =>
        Assert.Equal(
            isWithin,
            new InitiativeDetails { From = Day(from), Until = Day(until) }.IsWithin(
                new(2026, 7, 1),
                new(2026, 9, 30)
            )
        );

    [Theory]
    [InlineData(InitiativeStatus.Proposed, null, null, null)]
    [InlineData(InitiativeStatus.Finished, null, null, "From")]
    [InlineData(InitiativeStatus.UnderWay, null, null, "From")]
    [InlineData(InitiativeStatus.Planned, null, null, "From")]
    [InlineData(InitiativeStatus.Planned, "2026-05-01", null, null)]
    [InlineData(InitiativeStatus.Planned, "2026-05-01", "2026-04-30", "Until")]
    [InlineData(InitiativeStatus.Proposed, null, "2026-04-30", "From")]
    [InlineData(InitiativeStatus.Finished, "2026-11-23", null, null)]
    [InlineData(InitiativeStatus.Finished, "2026-11-24", null, "From")]
    [InlineData(InitiativeStatus.Finished, "2026-11-01", "2026-11-24", "Until")]
    [InlineData(InitiativeStatus.UnderWay, "2026-11-24", null, "From")]
    [InlineData(InitiativeStatus.UnderWay, "2026-11-23", "2027-11-24", null)]
    [InlineData(InitiativeStatus.Planned, "2026-11-24", null, null)]
    public void Days_must_fit_the_status(
        InitiativeStatus status,
        string? from,
        string? until,
        string? field
    )
    {
        var details = new InitiativeDetails { From = Day(from), Until = Day(until) };
        Assert.Equal(
            field,
            details.Problems(status, Today).Select(one => one.Field).FirstOrDefault()
        );
    }

    [Fact]
    public void A_number_says_what_was_counted() =>
        Assert.Equal(
            ["Counted"],
            new InitiativeDetails { Output = 6 }
                .Problems(InitiativeStatus.Proposed, Today)
                .Select(one => one.Field)
        );

    [Fact]
    public void Calling_off_wants_a_reason_and_is_taken_back_by_a_status()
    {
        var one = new Initiative
        {
            Details = new() { Title = "Play" },
            LeadId = Ours,
        };
        Assert.Equal("Say why it is called off.", one.CallOff(" "));
        Assert.Null(one.CallOff("No money"));
        Assert.Equal("It is called off already.", one.CallOff("Again"));
        one.Stands(InitiativeStatus.Finished);
        Assert.Equal("", one.CalledOffBecause);
        Assert.Equal("It is finished, so it can no longer be called off.", one.CallOff("Too late"));
    }

    [Fact]
    public void A_long_action_is_cut_between_words()
    {
        var name = PlanActionName.Of(7, string.Concat(Enumerable.Repeat("lighting ", 20)));
        Assert.StartsWith("7. lighting", name, StringComparison.Ordinal);
        Assert.EndsWith("lighting…", name, StringComparison.Ordinal);
        Assert.Equal("2. Install kits", PlanActionName.Of(2, "Install kits"));
    }

    private static DateOnly? Day(string? text) =>
        text is null
            ? null
            : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
