using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Documents.Outlines;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The priorities that a plan brings along, beside those that the partnership has.</summary>
public sealed class NewPrioritiesTests
{
    private const string Plan =
        "Hilltop Community Safety Plan 2026-29\n\nThe Police and Crime Commissioner’s priorities are:\n- Support victims of crime\n\n"
        + "Our priorities are:\n- Rural crime\n\nAction\tPriority\tTarget date\nVisit farms\tRural crime\tMay 2027\n";

    private static readonly Guid Persons = Guid.CreateVersion7();
    private static readonly Guid Drugs = Guid.CreateVersion7();

    private static readonly PlanWorld World = Seeds.World with
    {
        Priorities =
        [
            new(Persons, "Safeguarding Vulnerable Persons", ""),
            new(Drugs, "Drugs & County Lines", "DCL"),
            new(Guid.CreateVersion7(), "Rural crime", "", IsCommissioners: true),
        ],
    };

    private static readonly string[] Lists =
    [
        "/Cases",
        "/Actions",
        "/Initiatives",
        "/Initiatives/New",
    ];

    [Theory, BothDatabases, Rule("S0-9"), Rule("S2-I5")]
    public async Task What_a_plan_brings_is_offered_once_the_plan_is_in_force(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(carys, "plan.txt", Encoding.UTF8.GetBytes(Plan));
        var made = await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        Assert.Equal(
            2,
            await moot.WithAsync(db =>
                db.Set<Priority>()
                    .CountAsync(one =>
                        one.Name == "Rural crime" || one.Name == "Support victims of crime"
                    )
            )
        );
        foreach (var path in Lists)
        {
            Assert.DoesNotContain("Rural crime", await WordsAsync(path), StringComparison.Ordinal);
            Assert.DoesNotContain(
                "Support victims",
                await WordsAsync(path),
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "In a plan in preparation Rural crime Support victims of crime",
            await WordsAsync("/Priorities"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Rural crime",
            await WordsAsync("/Partnership/Priorities"),
            StringComparison.Ordinal
        );

        // The plan is named otherwise before it is put in force.
        var edit = $"{made.Path}/Edit";
        await carys.PostAsync(
            await carys.GetAsync(edit),
            fields: [("Details.Title", "Hilltop Safer Together")]
        );
        Assert.DoesNotContain("Rural crime", await WordsAsync("/Cases"), StringComparison.Ordinal);
        await carys.PostAsync(await carys.GetAsync(edit), fields: [("Details.Status", "InForce")]);
        foreach (var path in Lists)
        {
            Assert.Contains("Rural crime", await WordsAsync(path), StringComparison.Ordinal);
            Assert.Contains("Support victims", await WordsAsync(path), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            "In a plan in preparation",
            await WordsAsync("/Priorities"),
            StringComparison.Ordinal
        );

        async Task<string> WordsAsync(string path) => (await carys.GetAsync(path)).Words;
    }

    [Fact]
    public void A_priority_that_is_nearly_one_of_the_partnerships_is_suggested_to_be_the_same()
    {
        var plan = Read(
            "Safeguarding Vulnerable Persons (incl. Alcohol and Mental Health)",
            "Rural crime"
        );
        Assert.Equal([Persons, null], plan.Priorities.Select(one => one.Known?.Id));
        var question = Assert.Single(plan.Open, one => one.About == "same");
        Assert.Equal(Persons.ToString("N"), question.Suggestion);
        Assert.Equal(
            ["The same as “Safeguarding Vulnerable Persons”", "A new priority"],
            question.Choices.Select(one => one.Words)
        );
    }

    [Fact]
    public void It_can_be_answered_that_it_is_new()
    {
        const string Name = "Safeguarding Vulnerable Persons (incl. Alcohol)";
        var plan = PlanReader.Read(
            Outlined(Name),
            "plan.txt",
            World,
            new Dictionary<string, string> { [$"same:{Name}"] = "new" }
        );
        Assert.Null(Assert.Single(plan.Priorities).Known);
    }

    [Theory]
    [InlineData("drugs and county lines")]
    [InlineData("Tackling drugs (DCL)")]
    public void The_same_name_or_short_form_is_the_same_priority_and_not_asked(string name)
    {
        var plan = Read(name);
        Assert.Equal(Drugs, Assert.Single(plan.Priorities).Known?.Id);
        Assert.DoesNotContain(plan.Questions, one => one.About == "same");
    }

    [Fact]
    public void Two_of_a_plan_are_never_one_of_the_partnership()
    {
        var plan = Read("Drugs", "Drugs & County Lines");
        Assert.Equal([null, Drugs], plan.Priorities.Select(one => one.Known?.Id));
    }

    private static PlanReading Read(params string[] names) =>
        PlanReader.Read(Outlined(names), "plan.txt", World, new Dictionary<string, string>());

    private static Outline Outlined(params string[] names) =>
        OutlineReader.Read(
            Encoding.UTF8.GetBytes(
                $"Our priorities are:\n{string.Concat(names.Select(name => $"- {name}\n"))}\nAction\tPriority\nVisit farms\t{names[0]}\n"
            ),
            "plan.txt"
        );
}
