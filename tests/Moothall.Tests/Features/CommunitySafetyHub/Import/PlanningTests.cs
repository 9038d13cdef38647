using System.Text;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Doubts become questions, answers count for the whole file, and what cannot be read comes back with the reason.</summary>
public sealed class PlanningTests
{
    [Fact]
    public void An_answer_counts_for_every_row_with_the_same_words()
    {
        const string list =
            "Ref,Issue,Topic,Referred by\n1/24,Noise,ASB,Housing\n2/24,Noise,ASB,housing \n3/24,Noise,ASB,Testshire Police\n";
        var plan = Worlds.Plan(ImportKind.Cases, list);
        var question = Assert.Single(plan.Open);
        Assert.Equal(
            ("agency", 2, Worlds.Housing),
            (question.About, question.Rows, question.Suggestion)
        );
        Assert.Equal("3/24", ((PlannedCase)Assert.Single(plan.Ready)).OldReference);
        plan = Worlds.Plan(ImportKind.Cases, list, (question.Key, Worlds.Housing));
        Assert.Equal(
            2,
            plan.Ready.Cast<PlannedCase>()
                .Count(one => one.Agency?.Name == "Testbourne Council - Housing Options")
        );
        plan = Worlds.Plan(ImportKind.Cases, list, (question.Key, QuestionBook.LeaveOut));
        Assert.Equal(2, plan.Refused.Count);
        Assert.Contains(
            "“Housing” is no member of the hub.",
            plan.Refused[0].Reason,
            StringComparison.Ordinal
        );
        // An answer that is none of the choices counts as none.
        Assert.Single(Worlds.Plan(ImportKind.Cases, list, (question.Key, "everyone")).Open);
    }

    [Fact]
    public void A_case_that_is_here_already_is_left_out_unless_somebody_says_otherwise()
    {
        const string list =
            "Ref,Surname,Forename,DOB,Topic\ncsh 24 017,Example,Jane,14/05/1990,ASB\nNEW/1,EXAMPLE,Jane,14/05/1990,ASB\n";
        var plan = Worlds.Plan(ImportKind.Cases, list);
        var (same, twin) = (
            plan.Questions.Single(one => one.IsCertain && one.About == "here"),
            plan.Open.Single()
        );
        Assert.Equal(("csh 24 017", QuestionBook.LeaveOut), (same.Value, same.Suggestion));
        Assert.Equal("Jane Example", twin.Value);
        Assert.Contains(
            "CSH-2026-K7QM",
            Assert.Single(plan.Refused).Reason,
            StringComparison.Ordinal
        );
        plan = Worlds.Plan(
            ImportKind.Cases,
            list,
            (same.Key, QuestionBook.AsNew),
            (twin.Key, QuestionBook.AsNew)
        );
        Assert.Equal(2, plan.Ready.Count);
    }

    [Fact]
    public void Actions_find_their_case_and_owner_and_those_without_a_case_are_asked_about()
    {
        var plan = Worlds.Plan(ImportKind.Actions, MessyLists.Actions(), "actions.xlsx");
        var ready = (PlannedAction)Assert.Single(plan.Ready);
        Assert.Equal(
            ("CSH-2026-K7QM", "Testshire Police", new DateOnly(2026, 12, 8)),
            (ready.Case!.Reference, ready.Owner.Name, ready.Due)
        );
        var lost = plan.Open.Single(one => one.About == "case");
        Assert.Equal(QuestionBook.LeaveOut, lost.Suggestion);
        Assert.Contains(plan.Open, one => one.About == "agency" && one.Value == "Skool Nursing");
        Assert.Contains(
            plan.Refused,
            one => one.Reason.Contains("31/11/2026", StringComparison.Ordinal)
        );
        Assert.Contains(
            plan.Refused,
            one => one.Reason.Contains("off the list already", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_Word_table_of_actions_is_read_with_people_and_days_without_a_date()
    {
        var plan = Worlds.Plan(
            ImportKind.Minutes,
            MessyLists.Minutes(),
            "minutes.docx",
            ("case:(none)", QuestionBook.Without),
            ("agency:Housing", Worlds.Housing)
        );
        Assert.Empty(plan.Open);
        var actions = plan.Ready.Cast<PlannedAction>().ToList();
        Assert.Equal(
            ["Testshire Police", "Testbourne Council - Housing Options"],
            actions.Select(one => one.Owner.Name)
        );
        Assert.Equal("Petra Novak", actions[0].Person!.Name);
        Assert.Equal((new DateOnly(2026, 11, 24), true), (actions[1].Due, actions[1].DueIsNextHub));
        Assert.Equal("Visited once", actions[0].Update);
        Assert.Contains(
            "off the list already",
            Assert.Single(plan.Refused).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Members_are_grouped_and_nobody_gets_in_by_a_list()
    {
        var plan = Worlds.Plan(ImportKind.Members, MessyLists.Members(), "members.csv");
        var probation = plan
            .Ready.Cast<PlannedMember>()
            .Single(one => one.Name == "Probation Service");
        Assert.Null(probation.Existing);
        Assert.Equal(["Paul Invented", "Gita Shah"], probation.People.Select(one => one.Name));
        Assert.Equal([false, true], probation.People.Select(one => one.IsDeputy));
        Assert.Equal("Gita Shah", probation.People.Single(one => one.Account is not null).Name);
        Assert.True(probation.People.Single(one => one.Account is null).IsPrepared);
        Assert.Contains("01/02/2024", probation.Note, StringComparison.Ordinal);
        Assert.Contains(
            plan.Refused,
            one => one.Reason.Contains("member already", StringComparison.Ordinal)
        );
        Assert.Contains(plan.Refused, one => one.Reason == "The row names no agency.");
    }

    [Fact]
    public void Rows_to_mend_come_back_with_their_columns_run_nothing_and_can_be_brought_again()
    {
        const string list =
            "Ref,Issue,Topic,Date opened\n=1+1,\"=cmd|'/c calc'!A1\",ASB,31/02/2026\n2/24,Noise,ASB,03/03/2026\n";
        var plan = Worlds.Plan(ImportKind.Cases, list);
        var file = MendFile.Of(plan.Refused);
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains("\"'=cmd|", text, StringComparison.Ordinal);
        Assert.Contains("\"What is wrong\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2/24", text, StringComparison.Ordinal);
        var mended = text.Replace("31/02/2026", "28/02/2026", StringComparison.Ordinal);
        var again = Worlds.Plan(ImportKind.Cases, mended);
        var planned = (PlannedCase)Assert.Single(again.Ready);
        Assert.Equal(("=1+1", "=cmd|'/c calc'!A1"), (planned.OldReference, planned.Title));
        Assert.Equal(ImportField.Remark, again.Recognised.Tables[0].Columns[^1].Field);
        // Brought back unmended, the remark is replaced and not repeated.
        var twice = Encoding.UTF8.GetString(
            MendFile.Of(Worlds.Plan(ImportKind.Cases, text).Refused)
        );
        Assert.Equal(2, twice.Split("What is wrong").Length);
    }
}
