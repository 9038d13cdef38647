using Moothall.Features.Plan.Versions;

namespace Moothall.Tests.Features.Plan.Versions;

/// <summary>Two versions of a plan are compared as a list of changes and as one text.</summary>
public sealed class PlanComparisonTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Guid Third = Guid.CreateVersion7();

    [Theory]
    [InlineData(
        "Patrols in the centre – Police – March 2027",
        "Patrols in the centre and the park",
        "– Police – March 2027",
        "and the park"
    )]
    [InlineData("Run two, or three, weeks", "Run four weeks", "two, or three,", "four")]
    public void Words_that_changed_side_by_side_are_one_change(
        string before,
        string after,
        string gone,
        string come
    )
    {
        var change = PlanComparison.Between(
            Copy(Part(First, "Action 1", ("What will be done", before))),
            Copy(Part(First, "Action 1", ("What will be done", after)))
        );
        var runs = Assert.Single(Assert.Single(change).Fields).Runs;
        Assert.Equal(
            [(ChangeKind.Removed, gone), (ChangeKind.Added, come)],
            runs.Where(one => one.Kind is not null)
                .Select(one => (one.Kind!.Value, one.Text.Trim()))
        );
    }

    [Fact]
    public void What_came_what_went_and_what_changed_is_listed()
    {
        var before = Copy(
            Part(First, "Action 1", ("What will be done", "Run two weeks of action")),
            Part(Second, "Action 2", ("What will be done", "Keep the helpline"))
        );
        var after = Copy(
            Part(
                First,
                "Action 1",
                ("What will be done", "Run three weeks of action"),
                ("By when", "March 2027")
            ),
            Part(Third, "Action 3", ("What will be done", "Light the park"))
        );
        var changes = PlanComparison.Between(before, after);
        Assert.Equal(
            [
                (ChangeKind.Changed, "Action 1"),
                (ChangeKind.Added, "Action 3"),
                (ChangeKind.Removed, "Action 2"),
            ],
            changes.Select(one => (one.Kind, one.Heading))
        );
        Assert.Equal(["What will be done", "By when"], changes[0].Fields.Select(one => one.Label));
        Assert.Equal(
            [
                (null, "Run "),
                (ChangeKind.Removed, "two"),
                (ChangeKind.Added, "three"),
                (null, " weeks of action"),
            ],
            changes[0].Fields[0].Runs.Select(one => ((ChangeKind?)one.Kind, one.Text))
        );
    }

    [Fact]
    public void The_same_has_no_changes_and_one_text()
    {
        var copy = Copy(Part(First, "Action 1", ("What will be done", "Keep the helpline")));
        Assert.Empty(PlanComparison.Between(copy, copy));
        var run = Assert.Single(PlanComparison.Text(copy, copy));
        Assert.Null(run.Kind);
        Assert.Equal(PlanComparison.Written(copy), run.Text);
    }

    [Fact]
    public void As_one_text_each_version_can_be_read_out_of_it_whole()
    {
        var before = Copy(
            Part(
                First,
                "Action 1",
                ("What will be done", "Run two weeks\nof action in the park"),
                ("Why", "Fear of the park")
            ),
            Part(Second, "Action 2", ("What will be done", "Keep the helpline"))
        );
        var after = Copy(
            Part(
                First,
                "Action 1",
                ("What will be done", "In the park, three weeks"),
                ("By when", "March 2027")
            )
        );
        var runs = PlanComparison.Text(before, after);
        Assert.Equal(
            PlanComparison.Written(before),
            string.Concat(runs.Where(one => one.Kind != ChangeKind.Added).Select(one => one.Text))
        );
        Assert.Equal(
            PlanComparison.Written(after),
            string.Concat(runs.Where(one => one.Kind != ChangeKind.Removed).Select(one => one.Text))
        );
    }

    [Fact]
    public void That_an_action_moved_to_another_strand_is_told()
    {
        var strands = new[] { Part(Second, "Prevent"), Part(Third, "Protect") };
        PlanCopy Under(Guid strand) =>
            new("Plan", "2026", [], [], strands, [Part(First, "Action 1") with { Under = strand }]);
        var change = Assert.Single(PlanComparison.Between(Under(Second), Under(Third)));
        Assert.Equal(
            ("Stands under", "Prevent", "Protect"),
            (change.Fields[0].Label, change.Fields[0].Before, change.Fields[0].After)
        );
    }

    [Fact]
    public void As_one_text_words_of_one_action_are_not_taken_for_those_of_another()
    {
        var before = Copy(
            Part(First, "Action 1", ("What will be done", "All teams are trained")),
            Part(Second, "Action 2", ("What will be done", "Light every street"))
        );
        var after = Copy(
            Part(Second, "Action 2", ("What will be done", "Light every street"), ("Why", "Fear")),
            Part(Third, "Action 3", ("What will be done", "All streets are swept"))
        );
        Assert.Equal(
            [
                (ChangeKind.Removed, "Action 1\nWhat will be done: All teams are trained\n\n"),
                (null, "Action 2\nWhat will be done: Light every street\n"),
                (ChangeKind.Added, "Why: Fear\n"),
                (null, "\n"),
                (ChangeKind.Added, "Action 3\nWhat will be done: All streets are swept\n\n"),
            ],
            PlanComparison
                .Text(before, after)
                .Skip(1)
                .Select(one => ((ChangeKind?)one.Kind, one.Text))
        );
    }

    [Fact]
    public void A_version_that_kept_less_is_not_read_as_a_change()
    {
        var old = Copy(Part(First, "Action 1"));
        var now = old with
        {
            Layout = "One list: Responsible",
            About = [new("Status", "In force")],
            Strategies = [Part(Third, "Drug strategy", ("Years", "2024 to 2027"))],
        };
        Assert.Empty(PlanComparison.Between(old, now));
        Assert.Empty(PlanComparison.Between(now, old));
        var later = now with { About = [new("Status", "Ended")], Strategies = [] };
        Assert.Equal(
            [("The plan", "Status"), ("Drug strategy", "Years")],
            PlanComparison
                .Between(now, later)
                .Select(one => (one.Heading, Assert.Single(one.Fields).Label))
        );
    }

    private static PlanCopy Copy(params CopiedPart[] actions) =>
        new("The plan", "1 April 2026 to 31 March 2029", [], [], [], actions);

    private static CopiedPart Part(
        Guid key,
        string heading,
        params (string Label, string Text)[] fields
    ) => new(key, null, heading, [.. fields.Select(one => new CopiedField(one.Label, one.Text))]);
}
