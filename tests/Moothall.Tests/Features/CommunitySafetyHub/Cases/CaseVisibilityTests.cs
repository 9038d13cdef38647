using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>Changing who sees a case, and shutting people out.</summary>
public sealed class CaseVisibilityTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.2j")]
    public async Task It_is_said_that_too_few_could_sign_minutes_with_the_case(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            new CaseShare
            {
                CaseId = hubCase.Id,
                UserId = People.Coordinator.Id,
                Why = "leads",
            }
        );
        var warning =
            $"Two of the Community Safety Team must be able to sign minutes that mention this case, and only {People.Coordinator.Name} sees it.";
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Cases/{hubCase.Reference}/Visibility");
        Assert.DoesNotContain("must be able to sign", page.Words, StringComparison.Ordinal);
        var changed = await carys.PostAsync(
            page,
            fields: [("Input.Level", "NamedPeople"), ("Input.Why", "Her family works here")]
        );
        Assert.Contains(warning, changed.Words, StringComparison.Ordinal);
        await moot.AddAsync(
            new CaseShare
            {
                CaseId = hubCase.Id,
                UserId = People.Manager.Id,
                Why = "signs",
            }
        );
        Assert.DoesNotContain(
            "must be able to sign",
            (await carys.GetAsync($"/Cases/{hubCase.Reference}/Visibility")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task An_agency_is_named_and_unnamed_with_reasons(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1, visibility: CaseVisibility.NamedAgencies);
        await moot.AddAsync(hubCase, CaseSample.Case(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        using var petra = await moot.AsAsync(People.Police);
        var page = $"/Cases/{hubCase.Reference}";
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(page)).Status);
        var form = await carys.GetAsync($"{page}/Visibility/Add");
        var neither = await carys.PostAsync(form, fields: [("Input.Why", "They work with him")]);
        Assert.Equal(["Choose either an agency or a person"], neither.Errors);
        var forged = await carys.PostAsync(
            form,
            fields: [("Input.Person", People.Analyst.Id.ToString()), ("Input.Why", "x")]
        );
        Assert.Equal(["Choose either an agency or a person"], forged.Errors);
        var saved = await carys.PostAsync(
            form,
            fields: [("Input.Agency", World.Police.ToString()), ("Input.Why", "They work with him")]
        );
        Assert.Contains(
            "The Community Safety Team, the chair and the named agencies (Testshire Police).",
            saved.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, (await petra.GetAsync(page)).Status);
        var timeline = await carys.GetAsync(page);
        Assert.Contains(
            "Named: Testshire Police. They work with him",
            timeline.Words,
            StringComparison.Ordinal
        );

        var share = await moot.WithAsync(db => db.Set<CaseShare>().SingleAsync());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await carys.GetAsync(
                    $"/Cases/{CaseSample.Reference(2)}/Visibility/Remove/{share.Id}"
                )
            ).Status
        );
        var remove = await carys.GetAsync($"{page}/Visibility/Remove/{share.Id}");
        Assert.Equal(["Say why"], (await carys.PostAsync(remove)).Errors);
        await carys.PostAsync(remove, fields: [("Input.Why", "No longer needed")]);
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(page)).Status);
    }

    [Theory, BothDatabases]
    public async Task Nobody_shuts_themselves_out_unawares_and_no_case_is_shut_to_all(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = $"/Cases/{hubCase.Reference}";
        var form = await carys.GetAsync($"{page}/Visibility");
        (string, string?)[] typed =
        [
            ("Input.Level", "NamedPeople"),
            ("Input.Why", "A colleague's relative"),
        ];
        var nobody = await carys.PostAsync(form, fields: typed);
        Assert.Equal(
            ["Nobody could see the case then. Name at least one person first."],
            nobody.Errors
        );
        await moot.AddAsync(CaseSample.Share(hubCase, People.Manager));
        var unaware = await carys.PostAsync(form, fields: typed);
        Assert.StartsWith(
            "You would no longer see this case yourself.",
            unaware.Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(CaseVisibility.Hub, await LevelAsync(moot));
        var meant = await carys.PostAsync(
            form,
            fields: [.. typed, ("Input.LeavingIsMeant", "true")]
        );
        Assert.Equal("/Cases", meant.Path);
        Assert.Equal(CaseVisibility.NamedPeople, await LevelAsync(moot));
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(page)).Status);

        using var maureen = await moot.AsAsync(People.Manager);
        var shutOut = await maureen.GetAsync($"{page}/Visibility/ShutOut");
        var last = await maureen.PostAsync(
            shutOut,
            fields:
            [
                ("Input.Person", People.Manager.Id.ToString()),
                ("Input.Why", "My own brother"),
                ("Input.LeavingIsMeant", "true"),
            ]
        );
        Assert.Equal(
            ["Nobody could see the case then. Name at least one person first."],
            last.Errors
        );
    }

    [Theory, BothDatabases]
    public async Task A_person_shut_out_loses_the_case_at_once_whatever_their_role(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1, "Planted title");
        await moot.AddAsync(
            hubCase,
            CaseSample.Person(hubCase, "Harry", "Planted"),
            CaseSample.Item(hubCase, World.NextMeeting),
            CaseSample.Share(hubCase, People.Chair),
            CaseSample.Signature(People.Chair, World.NextMeeting)
        );
        await moot.PublishAsync(World.NextMeeting);
        using var clive = await moot.AsAsync(People.Chair);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = $"/Cases/{hubCase.Reference}";
        Assert.Equal(HttpStatusCode.OK, (await clive.GetAsync(page)).Status);

        var form = await carys.GetAsync($"{page}/Visibility/ShutOut");
        await carys.PostAsync(
            form,
            fields: [("Input.Person", People.Chair.Id.ToString()), ("Input.Why", "secret-conflict")]
        );
        Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(page)).Status);
        var list = await clive.GetAsync("/Cases?Status=all");
        Assert.DoesNotContain("Planted", list.Text, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        await moot.AddAsync(CaseSample.Signature(People.Police, World.NextMeeting));
        var hers = await petra.GetAsync(page);
        Assert.Contains("A person was shut out.", hers.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-conflict", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Chair.Name, TimelineOf(hers), StringComparison.Ordinal);

        var exclusion = await moot.WithAsync(db => db.Set<CaseExclusion>().SingleAsync());
        var letIn = await carys.GetAsync($"{page}/Visibility/Remove/{exclusion.Id}");
        await carys.PostAsync(letIn, fields: [("Input.Why", "It was another family")]);
        Assert.Equal(HttpStatusCode.OK, (await clive.GetAsync(page)).Status);
    }

    private static string TimelineOf(Page page) =>
        page.Document.QuerySelector(".moot-timeline")!.TextContent;

    private static Task<CaseVisibility> LevelAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<HubCase>().Select(c => c.Visibility).SingleAsync());
}
