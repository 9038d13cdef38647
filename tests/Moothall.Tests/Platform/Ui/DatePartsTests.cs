using Moothall.Platform.Ui;

namespace Moothall.Tests.Platform.Ui;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("1", "3", "2026", 2026, 3, 1)]
    [InlineData("01", "03", "2026", 2026, 3, 1)]
    [InlineData(" 29 ", "Feb", "2024", 2024, 2, 29)]
    [InlineData("31", "december", "1899", 1899, 12, 31)]
    [InlineData("5", "Sept", "1985", 1985, 9, 5)]
    public void A_date_is_read_as_people_type_it(
        string day,
        string month,
        string year,
        int y,
        int m,
        int d
    )
    {
        var reading = new DateParts(day, month, year).Read("Date of birth");
        Assert.Equal(new DateOnly(y, m, d), reading.Date);
        Assert.Null(reading.Problem);
    }

    [Theory]
    [InlineData("31", "2", "2026", "Date of birth: 31 February is not a date", DateBoxes.Day)]
    [InlineData("29", "2", "2026", "Date of birth: 29 February 2026 is not a date", DateBoxes.Day)]
    [InlineData("31", "April", "2026", "Date of birth: 31 April is not a date", DateBoxes.Day)]
    [InlineData(
        "0",
        "4",
        "2026",
        "Date of birth: the day must be a number from 1 to 31",
        DateBoxes.Day
    )]
    [InlineData(
        "-1",
        "4",
        "2026",
        "Date of birth: the day must be a number from 1 to 31",
        DateBoxes.Day
    )]
    [InlineData(
        "99999999999",
        "4",
        "2026",
        "Date of birth: the day must be a number from 1 to 31",
        DateBoxes.Day
    )]
    [InlineData(
        "1",
        "13",
        "2026",
        "Date of birth: the month must be a number from 1 to 12, or its name",
        DateBoxes.Month
    )]
    [InlineData(
        "1",
        "Ju",
        "2026",
        "Date of birth: the month must be a number from 1 to 12, or its name",
        DateBoxes.Month
    )]
    [InlineData(
        "1",
        "Smarch",
        "2026",
        "Date of birth: the month must be a number from 1 to 12, or its name",
        DateBoxes.Month
    )]
    [InlineData(
        "1",
        "4",
        "85",
        "Date of birth: the year must be 4 digits, like 1985",
        DateBoxes.Year
    )]
    [InlineData(
        "1",
        "4",
        "0001",
        "Date of birth: the year must be between 1850 and 2200",
        DateBoxes.Year
    )]
    [InlineData(
        "1",
        "4",
        "2201",
        "Date of birth: the year must be between 1850 and 2200",
        DateBoxes.Year
    )]
    [InlineData(
        "1",
        "4",
        "20266",
        "Date of birth: the year must be 4 digits, like 1985",
        DateBoxes.Year
    )]
    [InlineData("1", "", "2026", "Date of birth must include a month", DateBoxes.Month)]
    [InlineData(
        "",
        "",
        "2026",
        "Date of birth must include a day and month",
        DateBoxes.Day | DateBoxes.Month
    )]
    [InlineData(
        "1",
        " ",
        "",
        "Date of birth must include a month and year",
        DateBoxes.Month | DateBoxes.Year
    )]
    public void What_is_wrong_is_said_and_the_box_is_known(
        string day,
        string month,
        string year,
        string problem,
        DateBoxes wrong
    )
    {
        var reading = new DateParts(day, month, year).Read("Date of birth");
        Assert.Null(reading.Date);
        Assert.Equal(problem, reading.Problem);
        Assert.Equal(wrong, reading.Wrong);
    }

    [Fact]
    public void Nothing_typed_is_nothing_wrong() =>
        Assert.Equal(
            new DateReading(null, null, DateBoxes.None),
            new DateParts("", " ", "").Read("Date of birth")
        );

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("1/3/2026")]
    [InlineData("1 March 2026")]
    [InlineData("01.03.2026")]
    public void A_date_in_one_piece_is_split(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 1), DateParts.Split(text).Read("Date").Date);

    [Fact]
    public void Every_day_comes_back_from_its_parts()
    {
        for (
            var date = new DateOnly(1896, 1, 1);
            date < new DateOnly(2104, 1, 1);
            date = date.AddDays(1)
        )
        {
            Assert.Equal(date, DateParts.Of(date).Read("Date").Date);
        }
    }

    [Theory]
    [InlineData("10:00", 10, 0)]
    [InlineData("10.00", 10, 0)]
    [InlineData("1000", 10, 0)]
    [InlineData("930", 9, 30)]
    [InlineData("10", 10, 0)]
    [InlineData("10am", 10, 0)]
    [InlineData("2.30 PM", 14, 30)]
    [InlineData("12am", 0, 0)]
    [InlineData("12:15 p.m.", 12, 15)]
    [InlineData("midday", 12, 0)]
    [InlineData("midnight", 0, 0)]
    [InlineData("23:59", 23, 59)]
    [InlineData("10:00:00", 10, 0)]
    public void A_time_is_read_as_people_type_it(string text, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TimeText.Read(text));

    [Theory]
    [InlineData("25:00")]
    [InlineData("10:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("ten")]
    [InlineData("-1:00")]
    [InlineData("10:0")]
    [InlineData("")]
    public void What_is_no_time_is_not_guessed_at(string text) => Assert.Null(TimeText.Read(text));
}
