using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Documents.Outlines;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The preview says what each piece becomes; what the text of an action says by itself is suggested and can be declined.</summary>
public sealed class TextHintsTests
{
    private static readonly Guid Police = Guid.CreateVersion7();
    private static readonly PlanWorld World = new(
        new(2026, 11, 23),
        [(Police, "Highshire Police"), (Guid.CreateVersion7(), "Hilltop Council")]
    );

    [Theory]
    [InlineData("31/03/2027", "31 March 2027")]
    [InlineData("by the end of June 2027", "June 2027")]
    [InlineData("31/09/2027", "no date that exists; the words become a milestone")]
    [InlineData("31 February 2027", "no date that exists; the words become a milestone")]
    [InlineData("as soon as possible", "no date; the words become a milestone")]
    [InlineData("TBC", "none")]
    [InlineData("Ongoing", "Ongoing, reviewed on 31 March 2028")]
    public void The_preview_says_what_a_target_date_becomes(string words, string becomes) =>
        Assert.Contains(
            $"Target date of action 1: {becomes}",
            Marks(Read($"Action\tTarget date\nVisit farms\t{words}\n"))
        );

    [Fact]
    public void The_preview_says_which_agency_and_priority_it_becomes()
    {
        var marks = Marks(
            Read(
                "Action\tPriority\tLead\tPartners\nVisit farms\tRural crime\tPolice; Lunch Club\tN/A\n"
            )
        );
        Assert.Contains("Responsible agency of action 1: Highshire Police; “Lunch Club”", marks);
        Assert.Contains("Additional agency of action 1: none", marks);
        Assert.Contains("Priority of action 1: Rural crime", marks);
    }

    [Theory]
    [InlineData("Visit farms by June 2027 (Police)", "June 2027")]
    [InlineData("Visit farms before 30 June 2027 (Highshire Police).", "30 June 2027")]
    [InlineData("By 30/06/2027, visit farms (police)", "30 June 2027")]
    [InlineData("Visit farms. Lead: Police. Deadline: 30/06/2027", "30 June 2027")]
    [InlineData("Visit farms – Highshire Police – by June 2027", "June 2027")]
    [InlineData("Visit farms - summer 2027 | Police", "1 June 2027 to 31 August 2027")]
    [InlineData(
        "Visit farms no later than the end of Q1 2027/28 (Police)",
        "1 April 2027 to 30 June 2027"
    )]
    public void A_date_and_an_agency_in_the_text_are_suggested(string text, string target)
    {
        var plan = Read(List(text));
        var action = Assert.Single(plan.Actions);
        Assert.Equal((text, target), (action.Text, action.Target!.ToString()));
        Assert.Equal(Police, Assert.Single(action.Responsible).OrganisationId);
        Assert.Equal(
            ["text-agency", "text-date"],
            plan.Open.Select(one => one.About).Where(about => about != "period")
        );
        Assert.Contains($"Target date of action 1: {target}", Marks(plan));
        Assert.Contains("Responsible agency of action 1: Highshire Police", Marks(plan));
    }

    [Theory]
    [InlineData("Visit farms by bicycle (Lunch Club)")]
    [InlineData("Work by 12 partners in May (all partners)")]
    [InlineData("Stand by your neighbour")]
    [InlineData("Report by 31/09/2027")]
    public void Nothing_is_made_up(string text)
    {
        var plan = Read(List(text));
        Assert.DoesNotContain(
            plan.Questions,
            one => one.About.StartsWith("text-", StringComparison.Ordinal)
        );
        Assert.Null(Assert.Single(plan.Actions).Target);
        Assert.Empty(plan.Actions[0].Responsible);
    }

    [Fact]
    public void What_a_column_says_is_not_asked_of_the_text() =>
        Assert.DoesNotContain(
            Read(
                "Action\tLead\tTarget date\nVisit farms by June 2027 (Police)\tHilltop Council\tMay 2027\n"
            ).Questions,
            one => one.About.StartsWith("text-", StringComparison.Ordinal)
        );

    [Fact]
    public void It_can_be_declined_or_put_right()
    {
        const string Text = "Visit farms by June 2027 (Police)";
        var declined = Read(
            List(Text),
            ($"text-date:{Text}", "none"),
            ($"text-agency:{Text}", "none")
        );
        Assert.Null(declined.Actions[0].Target);
        Assert.Empty(declined.Actions[0].Responsible);
        Assert.Equal(
            "May 2028",
            Read(List(Text), ($"text-date:{Text}", "May 2028")).Actions[0].Target!.ToString()
        );
        Assert.Equal(
            new(2028, 3, 31),
            Read(List(Text), ($"text-date:{Text}", "Ongoing")).Actions[0].ReviewOn
        );
    }

    [Theory, BothDatabases]
    public async Task It_is_asked_on_the_page_and_arrives_in_the_plan(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(List("Visit farms by June 2027 (Police)"))
        );
        Assert.Equal("June 2027", BringingPlans.ChosenFor(look, "By when is “Visit farms"));
        Assert.Equal(
            "Testshire Police",
            BringingPlans.ChosenFor(look, "Who is responsible for “Visit farms")
        );
        await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<PlanAction>().Include(one => one.Agencies).SingleAsync();
            Assert.Equal(
                ("June 2027", "Police"),
                (action.TargetWords(), action.AgencyWords(AgencyPart.Responsible))
            );
        });
    }

    private static string List(string text) =>
        $"Priority 1: Rural crime\nWhat we will do\n• {text}\n";

    private static IEnumerable<string> Marks(PlanReading plan) =>
        plan.Read.Values.SelectMany(one => one);

    private static PlanReading Read(
        string text,
        params (string Question, string Answer)[] answers
    ) =>
        PlanReader.Read(
            OutlineReader.Read(Encoding.UTF8.GetBytes(text), "plan.txt"),
            "plan.txt",
            World,
            answers.ToDictionary(one => one.Question, one => one.Answer)
        );
}
