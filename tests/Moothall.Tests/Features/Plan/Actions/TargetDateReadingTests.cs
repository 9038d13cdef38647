using Moothall.Features.Plan.Actions;

namespace Moothall.Tests.Features.Plan.Actions;

public sealed class TargetDateReadingTests
{
    [Theory, Rule("S2-F")]
    [InlineData("Ongoing.", "Ongoing")]
    [InlineData("On-going", "Ongoing")]
    [InlineData("Throughout the year", "Ongoing")]
    [InlineData("Annually", "Ongoing")]
    [InlineData("Project runs from 1 April 2022 – 31 March 2025.", "1 April 2022 to 31 March 2025")]
    [InlineData("1 April 2022 - 31 March 2025", "1 April 2022 to 31 March 2025")]
    [InlineData("April 2025 to June 2026", "1 April 2025 to 30 June 2026")]
    [InlineData("01/04/2025 to 31/03/2026", "1 April 2025 to 31 March 2026")]
    [InlineData("April 2025", "April 2025")]
    [InlineData("Feb 25", "February 2025")]
    [InlineData("Sept 2026", "September 2026")]
    [InlineData("by end of June 2026", "June 2026")]
    [InlineData("End March 2027", "March 2027")]
    [InlineData("03/2027", "March 2027")]
    [InlineData("31/03/2026", "31 March 2026")]
    [InlineData("by 31st March 2026", "31 March 2026")]
    [InlineData("1 September 2026", "1 September 2026")]
    [InlineData("Q1 2025/26", "1 April 2025 to 30 June 2025")]
    [InlineData("Quarter 4 2025/26", "1 January 2026 to 31 March 2026")]
    [InlineData("2025/26", "1 April 2025 to 31 March 2026")]
    [InlineData("2024-2027", "1 April 2024 to 31 March 2027")]
    [InlineData("Summer 2026", "1 June 2026 to 31 August 2026")]
    [InlineData("Winter 2026", "1 December 2026 to 28 February 2027")]
    [InlineData("2027", "1 January 2027 to 31 December 2027")]
    public void A_date_is_read_as_plans_give_it(string words, string date) =>
        Assert.Equal(date, TargetDateReading.Read(words, new(2026, 11, 23))?.ToString());

    [Theory, Rule("S2-F")]
    [InlineData("April 2025", "2025-04-30")]
    [InlineData("Feb 2028", "2028-02-29")]
    [InlineData("Q1 2025/26", "2025-06-30")]
    [InlineData("1 April 2022 to 31 March 2025", "2025-03-31")]
    public void The_last_day_of_what_is_said_is_still_in_time(string words, string last) =>
        Assert.Equal(
            DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture),
            TargetDateReading.Read(words, new(2026, 11, 23))!.Until
        );

    [Theory]
    [InlineData("asap")]
    [InlineData("TBC")]
    [InlineData("31 February 2026")]
    [InlineData("March")]
    [InlineData("2026/24")]
    [InlineData("31 March 2026 to 1 April 2025")]
    [InlineData("Quarter 5 2026")]
    [InlineData("")]
    public void What_gives_no_date_is_not_guessed(string words) =>
        Assert.Null(TargetDateReading.Read(words, new(2026, 11, 23)));
}
