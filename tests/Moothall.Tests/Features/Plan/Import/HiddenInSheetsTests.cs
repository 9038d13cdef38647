using Moothall.Features.Plan.Import.Reading;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>A plan in a workbook is read as the person sees it: nothing hidden is taken in, and the preview says what was hidden.</summary>
public sealed class HiddenInSheetsTests
{
    private static readonly object?[][] Rows =
    [
        ["Community Safety Plan 2026-29"],
        ["Remarks", "Action", "Lead", "Target date", "Measure"],
        ["She is not up to it", "Visit farms", "Police", new DateOnly(2027, 3, 31), "25% fewer"],
        [null, "Watch Mr Example", "Police", new DateOnly(2027, 3, 31), null],
        [null, "Train staff", "Council", new DateOnly(2027, 3, 31), null],
    ];

    private static readonly Sheet Plan = new("Plan", Rows, "A1:E1")
    {
        HiddenColumns = [1, 7],
        HiddenRows = [4],
    };

    private static readonly Sheet Old = new("Old", Rows) { IsHidden = true };

    [Fact]
    public void What_is_hidden_is_not_taken_in_and_said()
    {
        var plan = Seeds.Read(Xlsx(Plan, Old), "plan.xlsx", ("column:Remarks", "Progress"));
        Assert.Equal(["Visit farms", "Train staff"], plan.Actions.Select(one => one.Text));
        // What is merged over a hidden column stands in the columns that are seen.
        Assert.Equal("Community Safety Plan 2026-29", plan.Title);
        Assert.DoesNotContain(plan.Questions, one => one.About == "column");
        Assert.Equal(
            [
                ("Sheet Plan", "1 column is hidden (A) and was not taken in."),
                ("Sheet Plan", "1 row is hidden (4) and was not taken in."),
                ("Sheet Old", "This sheet is hidden and was not taken in."),
            ],
            plan.Unread.Select(one => (one.Place, one.Text))
        );
    }

    [Fact]
    public void Many_that_are_hidden_are_named_in_short()
    {
        object?[][] rows =
        [
            ["Action", "Lead", "Measure", "Progress", "Aim"],
            .. Enumerable
                .Range(2, 9)
                .Select(row => new object?[] { $"Do {row}", "Police", "One", "Two", "Three" }),
        ];
        var plan = Seeds.Read(
            Xlsx(new Sheet("Plan", rows) { HiddenColumns = [3, 4, 5], HiddenRows = [3, 4, 5, 8] }),
            "plan.xlsx"
        );
        Assert.Equal(5, plan.Actions.Count);
        Assert.Equal(
            [
                "3 columns are hidden (C–E) and were not taken in.",
                "4 rows are hidden (3–5, 8) and were not taken in.",
            ],
            plan.Unread.Select(one => one.Text)
        );
    }

    [Fact]
    public void A_cell_with_an_error_is_said_and_not_taken_in()
    {
        var plan = Seeds.Read(
            Xlsx(
                new Sheet(
                    "Plan",
                    [
                        ["Action", "Lead", "Measure", "Aim"],
                        ["Visit farms", new Fault("#REF!"), new Fault("#N/A"), "Fewer thefts"],
                    ]
                )
            ),
            "plan.xlsx"
        );
        Assert.Empty(Assert.Single(plan.Actions).Responsible);
        Assert.False(plan.Actions[0].More.ContainsKey(PlanField.Measure));
        Assert.Equal(
            [
                ("Sheet Plan, row 2", "Column B shows the error #REF!"),
                ("Sheet Plan, row 2", "Column C shows the error #N/A"),
            ],
            plan.Unread.Select(one => (one.Place, one.Text))
        );
    }

    [Fact]
    public void A_workbook_in_which_all_is_hidden_is_refused_with_the_reason() =>
        Assert.Equal(
            "Everything in this file is hidden. Show what belongs to the plan, save it and bring that.",
            Moothall.Platform.Documents.Outlines.OutlineReader.Read(Xlsx(Old), "plan.xlsx").Refusal
        );

    [Fact]
    public void A_percentage_is_what_the_sheet_shows()
    {
        var plan = Seeds.Read(
            Xlsx(
                new Sheet(
                    "Plan",
                    [
                        ["Action", "Measure", "Baseline"],
                        ["Visit farms", new Percentage(0.25), new Percentage(0.125, true)],
                        ["Train staff", 0.25, new Percentage(-0.035)],
                    ]
                )
            ),
            "plan.xlsx"
        );
        Assert.Equal(
            ["25%", "12.50%", "0.25", "-4%"],
            plan.Actions.SelectMany(one =>
                new[] { one.More[PlanField.Measure], one.More[PlanField.Baseline] }
            )
        );
    }

    [Theory, BothDatabases]
    public async Task The_preview_says_it_without_what_it_says(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(carys, "plan.xlsx", Xlsx(Plan, Old));
        Assert.Contains("2 actions, 3 pieces not read", look.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Sheet Plan: 1 column is hidden (A) and was not taken in.",
            look.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Sheet Old: This sheet is hidden and was not taken in.",
            look.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("not up to it", look.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mr Example", look.Words, StringComparison.Ordinal);
    }
}
