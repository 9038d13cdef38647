using Moothall.Features.Plan.Import.Reading;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>A row across a table can be a priority, a strand or only a heading: where the document does not say which, it is asked.</summary>
public sealed class RowsAcrossTests
{
    private const string Alone =
        "Action\tLead\tTarget date\nPrevention\t \t\nVisit farms\tPolice\tMay 2027\n\nThe board looks at this table every quarter of the year.\n";

    private const string Headed = "Priority 1: Rural crime\n" + Alone;

    private const string Column =
        "Our priorities are:\n- Rural crime\n- Fraud\n\nAction,Priority,Target date\nPrevention,,\nVisit farms,Rural crime,May 2027\nTrain staff,Fraud,May 2027\nHelp,,\nKeep a helpline,Fraud,May 2027\n";

    [Fact]
    public void Where_nothing_else_is_a_priority_it_is_asked_and_suggested_as_one()
    {
        var plan = ReadCsv(Alone);
        var question = Assert.Single(plan.Open, one => one.About == "across");
        Assert.Equal("priority", question.Suggestion);
        Assert.Equal(["priority", "action", "unread"], question.Choices.Select(one => one.Value));
        Assert.Equal([("Prevention", 1)], plan.ByPriority());
    }

    [Fact]
    public void The_paragraph_after_the_table_is_not_the_aim_of_what_began_in_a_row()
    {
        var plan = ReadCsv(Alone);
        Assert.Equal("", Assert.Single(plan.Priorities).Aim);
        Assert.Contains(
            plan.Unread,
            one => one.Text.StartsWith("The board looks", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Below_a_priority_it_is_suggested_as_a_strand_of_it()
    {
        var plan = ReadCsv(Headed);
        Assert.Equal("strand", Assert.Single(plan.Open, one => one.About == "across").Suggestion);
        Assert.Equal([("Rural crime", 1)], plan.ByPriority());
        Assert.Equal("Prevention", plan.Actions[0].Strand!.Name);
    }

    [Fact]
    public void Its_answer_counts()
    {
        Assert.Equal(
            [("Rural crime", 0), ("Prevention", 1)],
            ReadCsv(Headed, ("across:Prevention", "priority")).ByPriority()
        );
        var left = ReadCsv(Headed, ("across:Prevention", "unread"));
        Assert.Null(Assert.Single(left.Actions).Strand);
        Assert.Contains(left.Unread, one => one.Text == "Prevention");
        Assert.Equal(
            ["Prevention", "Visit farms"],
            ReadCsv(Headed, ("across:Prevention", "action")).Actions.Select(one => one.Text)
        );
    }

    [Fact]
    public void Where_a_column_says_the_priorities_it_is_a_strand_of_each()
    {
        var plan = ReadCsv(Column);
        Assert.Equal(2, plan.Open.Count(one => one.About == "across"));
        Assert.All(
            plan.Open.Where(one => one.About == "across"),
            one => Assert.Equal("strand", one.Suggestion)
        );
        Assert.Equal([("Rural crime", 1), ("Fraud", 2)], plan.ByPriority());
        Assert.Equal(
            [("Rural crime", "Prevention"), ("Fraud", "Prevention"), ("Fraud", "Help")],
            plan.Actions.Select(one => (one.Strand!.Priority.Name, one.Strand.Name))
        );
    }

    [Fact]
    public void A_row_that_names_a_priority_of_the_plan_is_not_asked_about()
    {
        var plan = ReadCsv(
            "Our priorities are:\n- Rural crime\n- Fraud\n\nAction\tLead\tTarget date\nRural crime\t \t\nVisit farms\tPolice\tMay 2027\n"
        );
        Assert.DoesNotContain(plan.Questions, one => one.About == "across");
        Assert.Equal([("Rural crime", 1), ("Fraud", 0)], plan.ByPriority());
    }

    // Lines of text with a single cell are no row, so the table comes as a document of Word.
    private static PlanReading ReadCsv(
        string text,
        params (string Question, string Answer)[] answers
    )
    {
        var body = new System.Text.StringBuilder();
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n'))
        {
            var cells = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',');
            if (cells.Length > 1)
            {
                rows.Add(cells);
                continue;
            }

            End();
            body.Append(
                Platform.Documents.Tables.TableFiles.Paragraph(
                    line.Replace("- ", "• ", StringComparison.Ordinal)
                )
            );
        }

        End();
        return Seeds.Read(
            Platform.Documents.Tables.TableFiles.Docx(body.ToString()),
            "plan.docx",
            answers
        );

        void End()
        {
            if (rows.Count > 0)
            {
                body.Append(Platform.Documents.Tables.TableFiles.Table([.. rows]));
                rows.Clear();
            }
        }
    }
}
