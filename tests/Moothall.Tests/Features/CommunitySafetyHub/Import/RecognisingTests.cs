using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Tables;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>What headings and values of real lists are taken for, without a database.</summary>
public sealed class RecognisingTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(ImportKind.Cases, "Ref No.", ImportField.OldReference)]
    [InlineData(ImportKind.Cases, "D.O.B", ImportField.DateOfBirth)]
    [InlineData(ImportKind.Cases, "Date of Brith", ImportField.DateOfBirth)]
    [InlineData(ImportKind.Cases, "SURNAME *", ImportField.FamilyName)]
    [InlineData(ImportKind.Cases, "Date opened (dd/mm/yyyy)", ImportField.OpenedOn)]
    [InlineData(ImportKind.Cases, "Forename(s)", ImportField.GivenNames)]
    [InlineData(ImportKind.Cases, "Shoe size", null)]
    [InlineData(ImportKind.Actions, "Who", ImportField.Owner)]
    [InlineData(ImportKind.Actions, "By when?", ImportField.Due)]
    [InlineData(ImportKind.Actions, "No", ImportField.LineNumber)]
    [InlineData(ImportKind.Members, "E-mail", ImportField.Email)]
    [InlineData(ImportKind.Members, "Partner Agency", ImportField.Agency)]
    [InlineData(ImportKind.Members, "What is wrong", ImportField.Remark)]
    public void Headings_mean_what_people_mean_by_them(
        ImportKind kind,
        string heading,
        ImportField? meant
    )
    {
        var column = Assert.Single(
            Recogniser.Columns(
                new("Row 1", 1, [new SheetCell(heading)]),
                kind,
                new(new Dictionary<string, string>(), kind, new Dictionary<string, string>())
            )
        );
        Assert.Equal(meant, column.Field);
        Assert.NotEqual("", column.Why);
    }

    [Theory]
    [InlineData("12/11/2024", "2024-11-12")]
    [InlineData("12.11.24", "2024-11-12")]
    [InlineData("12-Nov-24", "2024-11-12")]
    [InlineData("12 Nov 24", "2024-11-12")]
    [InlineData("Tuesday 12th November 2024", "2024-11-12")]
    [InlineData("November 12, 2024", "2024-11-12")]
    [InlineData("2024-11-12T00:00:00", "2024-11-12")]
    [InlineData("45608", "2024-11-12")]
    [InlineData("12/11/2024 09:30", "2024-11-12")]
    [InlineData("12/25/2024", "2024-12-25")]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("n/a", null)]
    [InlineData("", null)]
    public void Dates_are_read_in_every_usual_writing(string typed, string? meant)
    {
        var read = DateReading.Read(new(typed), DateOrder.DayFirst, Today);
        Assert.Null(read.Problem);
        Assert.Equal(
            meant is null
                ? null
                : DateOnly.Parse(meant, System.Globalization.CultureInfo.InvariantCulture),
            read.Date
        );
    }

    [Theory]
    [InlineData("31/02/1985")]
    [InlineData("29/02/2023")]
    [InlineData("45/13/2024")]
    [InlineData("November 2024")]
    [InlineData("soon")]
    [InlineData("7")]
    [InlineData("0/0/0000")]
    [InlineData("99999")]
    public void What_is_no_day_is_refused(string typed) =>
        Assert.NotNull(DateReading.Read(new(typed), DateOrder.DayFirst, Today).Problem);

    [Fact]
    public void Two_figures_of_a_birth_year_are_never_in_the_future()
    {
        Assert.Equal(
            new DateOnly(1988, 1, 3),
            DateReading.Read(new("3 Jan 88"), DateOrder.DayFirst, Today, isBirth: true).Date
        );
        Assert.Equal(
            new DateOnly(2012, 1, 3),
            DateReading.Read(new("03/01/12"), DateOrder.DayFirst, Today, isBirth: true).Date
        );
        Assert.Equal(
            new DateOnly(1930, 1, 3),
            DateReading.Read(new("03/01/30"), DateOrder.DayFirst, Today, isBirth: true).Date
        );
        Assert.Equal(
            new DateOnly(2030, 1, 3),
            DateReading.Read(new("03/01/30"), DateOrder.DayFirst, Today).Date
        );
    }

    [Theory]
    [InlineData("EXAMPLE, Jane Mary", "Jane Mary", "Example")]
    [InlineData("O'BRIEN-SMITH Sean", "Sean", "O'Brien-Smith")]
    [InlineData("Mr John de la Cruz", "John", "de la Cruz")]
    [InlineData("Jane", "", "Jane")]
    [InlineData("Zoë McDonald", "Zoë", "McDonald")]
    public void Names_are_taken_apart(string typed, string given, string family) =>
        Assert.Equal([new ReadName(given, family)], NameReading.People(typed));

    [Theory]
    [InlineData("Residents of the High Street", 0)]
    [InlineData("Youths at the park", 0)]
    [InlineData("n/k", 0)]
    [InlineData("12 The Row", 0)]
    [InlineData("Jane Example & John Sample", 2)]
    [InlineData("Jane Example\nJohn Sample", 2)]
    [InlineData("Ann & Bob Example", 1)]
    public void A_cell_may_name_nobody_or_several(string typed, int people) =>
        Assert.Equal(people, NameReading.People(typed).Count);

    [Theory]
    [InlineData("Testshire Police", "Testshire Police", true)]
    [InlineData("testshire  POLICE", "Testshire Police", true)]
    [InlineData("Housing Options", "Testbourne Council - Housing Options", true)]
    [InlineData("Police", "Testshire Police", false)]
    [InlineData("Housing", "Testbourne Council - Housing Options", false)]
    [InlineData("TP", "Testshire Police", false)]
    [InlineData("Polise", "Testshire Police", false)]
    [InlineData("Zoo", null, false)]
    public void Agencies_are_found_and_only_their_own_names_are_certain(
        string typed,
        string? meant,
        bool certain
    )
    {
        var match = AgencyMatch.Find(typed, Worlds.Agencies);
        Assert.Equal((meant, certain), (match.Best?.Name, match.IsCertain));
    }

    [Theory]
    [InlineData("ASB", "Anti-Social Behaviour", true)]
    [InlineData("anti social behaviour", "Anti-Social Behaviour", true)]
    [InlineData("DV", "Domestic Abuse", true)]
    [InlineData("fire-setting", "Arson", true)]
    [InlineData("Domestic Abuze", "Domestic Abuse", false)]
    [InlineData("Astronomy", null, false)]
    public void Topics_are_found_by_what_people_call_them(string typed, string? label, bool certain)
    {
        var match = TopicMatch.Find(typed, Worlds.Topics);
        Assert.Equal((label, certain), (match.Topic?.Label, match.IsCertain));
    }

    [Fact]
    public void Dates_that_could_be_either_are_asked_about_only_where_the_column_is_mixed()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Issue,Topic,Date opened\nA1,Fires,Arson,03/04/2025\nA2,Fires,Arson,13/04/2025\n"
        );
        Assert.Empty(plan.Questions);
        Assert.Equal(new DateOnly(2025, 4, 3), plan.Ready.Cast<PlannedCase>().First().OpenedOn);
        const string mixed =
            "Ref,Issue,Topic,Date opened\nA1,Fires,Arson,03/04/2025\nA2,Fires,Arson,12/25/2024\n";
        plan = Worlds.Plan(ImportKind.Cases, mixed);
        var asked = Assert.Single(plan.Open);
        Assert.Equal(nameof(DateOrder.MonthFirst), asked.Suggestion);
        Assert.Equal("Row 3", Assert.Single(plan.Ready).Place);
        plan = Worlds.Plan(ImportKind.Cases, mixed, (asked.Key, nameof(DateOrder.MonthFirst)));
        Assert.Empty(plan.Open);
        Assert.Equal(new DateOnly(2025, 3, 4), plan.Ready.Cast<PlannedCase>().First().OpenedOn);
    }

    [Fact]
    public void A_tracker_with_title_merged_and_total_rows_is_read_row_by_row()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            MessyLists.Cases(),
            "cases.xlsx",
            ("agency:Police", Worlds.Police),
            ("agency:Housing", Worlds.Housing)
        );
        Assert.Equal(
            "Shoe size",
            plan.Recognised.Tables[0].Columns.Single(column => column.Field is null).Heading
        );
        Assert.Contains(plan.Recognised.Tables[0].Skipped, row => row.Why == "A line of totals.");
        Assert.Contains(plan.Recognised.Unread, table => table.Place == "Notes");
        // The impossible birth refuses both rows of its case; the closed case is left out.
        Assert.Equal(
            ["Sheet Open cases, row 5", "Sheet Open cases, row 6", "Sheet Open cases, row 9"],
            plan.Refused.Select(row => row.Place).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            plan.Refused,
            row => row.Reason.Contains("31/02/1985", StringComparison.Ordinal)
        );
        var abuse = plan.Ready.Cast<PlannedCase>().Single(one => one.OldReference == "CSH/25/004");
        Assert.Equal(CaseVisibility.NamedAgencies, abuse.Visibility);
        Assert.Equal(
            ("Aisha", "O'Model"),
            (abuse.People[0].Name.GivenNames, abuse.People[0].Name.FamilyName)
        );
        Assert.Equal(new DateOnly(1988, 1, 3), abuse.People[0].Born);
        Assert.Equal(new DateOnly(2025, 10, 12), abuse.OpenedOn);
        var fires = plan.Ready.Cast<PlannedCase>().Single(one => one.OldReference == "CSH/25/009");
        // The title named the person, and titles stand on agendas.
        Assert.Equal("Arson", fires.Title);
        Assert.Contains("Title: Lee Pattern sets small fires in the park", fires.Notes);
        Assert.True(fires.IsMonitored);
        Assert.Null(fires.People[0].Born);
        Assert.True(plan.Questions.Single(question => question.About == "birth").IsCertain);
    }

    [Fact]
    public void Another_councils_layout_gives_the_same_sort_of_case()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            MessyLists.OtherCouncil(),
            "list.csv",
            ("date:Date received", nameof(DateOrder.DayFirst)),
            ("title:(none)", "topic")
        );
        Assert.Equal(
            ["H-1", "H-2", "H-3"],
            plan.Ready.Cast<PlannedCase>().Select(one => one.OldReference)
        );
        var first = (PlannedCase)plan.Ready[0];
        Assert.Equal(new ReadName("Mary Ann", "Example"), first.People[0].Name);
        Assert.Equal("Background: Rings at night;\nsaid to be frightened", first.Notes[0]);
        var second = (PlannedCase)plan.Ready[1];
        Assert.Empty(second.People);
        Assert.Equal((CaseKind.Place, "Name: Youths at the park"), (second.Kind, second.Notes[1]));
        Assert.Contains(
            "neither whom nor what",
            Assert.Single(plan.Refused).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_naughty_string_in_every_column_is_read_or_refused_and_breaks_nothing()
    {
        foreach (
            var (kind, headings) in new[]
            {
                (ImportKind.Cases, "Ref|Name|DOB|Topic|Status|Agency|Title|Role|Age"),
                (ImportKind.Actions, "Action|Owner|Due|Case|Status|Person|Update"),
                (ImportKind.Members, "Agency|Name|Email|Deputy|Notes"),
            }
        )
        {
            var heads = headings.Split('|');
            foreach (var chunk in NaughtyStrings.All.Chunk(100))
            {
                SheetTable table = SheetTable.Of(
                    "Naughty",
                    [
                        new("Row 1", 1, [.. heads.Select(head => new SheetCell(head))]),
                        .. chunk.Select(
                            (text, at) =>
                                new SheetRow(
                                    $"Row {at + 2}",
                                    at + 2,
                                    [
                                        .. heads.Select(
                                            (_, column) =>
                                                new SheetCell(
                                                    column == at % heads.Length || column == 0
                                                        ? text
                                                        : "x"
                                                )
                                        ),
                                    ]
                                )
                        ),
                    ]
                );
                var plan = Planner.Plan(
                    [table],
                    kind,
                    Worlds.Known,
                    new Dictionary<string, string>()
                );
                Assert.True(plan.RowsReady + plan.Refused.Count <= plan.RowsRead);
                Assert.All(plan.Refused, row => Assert.NotEqual("", row.Reason));
                _ = MendFile.Of(plan.Refused);
                _ = plan.Ready.Select(one => one.Result.Count).Sum();
            }
        }
    }
}
