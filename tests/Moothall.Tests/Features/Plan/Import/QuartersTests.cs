using Moothall.Features.Plan.Import.Reading;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>A quarter of one calendar year can be counted from January or from April, so it is asked.</summary>
public sealed class QuartersTests
{
    [Theory]
    [InlineData("Q3 2027")]
    [InlineData("by the end of Quarter 3 of 2027")]
    public void A_quarter_of_one_year_is_asked(string words)
    {
        var plan = Read(words);
        var question = Assert.Single(plan.Open, one => one.About == "quarter");
        Assert.Contains(words, question.Words, StringComparison.Ordinal);
        Assert.Equal(
            [
                "From 1 April, as the years of plans: 1 October 2027 to 31 December 2027",
                "From 1 January, as calendar years: 1 July 2027 to 30 September 2027",
            ],
            question.Choices.Select(one => one.Words)
        );
        Assert.Equal("plan", question.Suggestion);
        Assert.Equal(
            "1 October 2027 to 31 December 2027",
            Assert.Single(plan.Actions).Target!.ToString()
        );
        var told = Read(words, ($"quarter:{question.Value}", "calendar"));
        Assert.Equal("1 July 2027 to 30 September 2027", told.Actions[0].Target!.ToString());
        Assert.DoesNotContain(told.Open, one => one.About == "quarter");
    }

    [Theory]
    [InlineData("Q2 2025/26")]
    [InlineData("March 2027")]
    [InlineData("2027")]
    public void What_says_both_years_or_no_quarter_is_not_asked(string words) =>
        Assert.DoesNotContain(Read(words).Questions, one => one.About == "quarter");

    [Fact]
    public void Quarters_are_asked_about_once()
    {
        var plan = Seeds.ReadText("Action\tTarget date\nOne\tQ3 2027\nTwo\tQ1 2028\n");
        var question = Assert.Single(plan.Open, one => one.About == "quarter");
        var told = Seeds.ReadText(
            "Action\tTarget date\nOne\tQ3 2027\nTwo\tQ1 2028\n",
            answers: [($"quarter:{question.Value}", "calendar")]
        );
        Assert.Equal(
            ["1 July 2027 to 30 September 2027", "1 January 2028 to 31 March 2028"],
            told.Actions.Select(one => one.Target!.ToString())
        );
    }

    [Fact]
    public void A_quarter_in_the_text_of_an_action_can_be_either()
    {
        var question = Assert.Single(
            Seeds
                .ReadText("Priority 1: Rural crime\nWhat we will do\n• Visit farms by Q3 2027\n")
                .Open,
            one => one.About == "text-date"
        );
        Assert.Equal(
            [
                "1 October 2027 to 31 December 2027",
                "1 July 2027 to 30 September 2027",
                "The plan does not say",
            ],
            question.Choices.Select(one => one.Words)
        );
    }

    private static PlanReading Read(
        string words,
        params (string Question, string Answer)[] answers
    ) => Seeds.ReadText($"Action\tTarget date\nVisit farms\t{words}\n", answers: answers);
}
