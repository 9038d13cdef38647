using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Forms;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Forms;

/// <summary>A form that met the end of its session is kept for its owner, for a day, and never where it holds passwords.</summary>
public sealed class HeldFormTests
{
    [Theory, BothDatabases]
    public async Task It_refills_for_its_owner_alone_and_goes_after_a_day(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        var note = $"/Cases/{hubCase.Reference}/Note";
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(note);
        await EndSessionsAsync(moot);
        var signIn = await carys.PostAsync(form, fields: [("Input.Text", "typed-and-kept")]);
        Assert.StartsWith("/Account/SignIn", signIn.Path, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<CaseNote>().CountAsync()));
        var kept = await moot.WithAsync(db => db.Set<HeldForm>().AsNoTracking().SingleAsync());
        Assert.Equal(People.Coordinator.Id, kept.OwnerId);

        using var again = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var refilled = await again.GetAsync($"{note}?held={kept.Id}");
        Assert.Contains("typed-and-kept", refilled.Text, StringComparison.Ordinal);
        var others = await sunil.GetAsync($"{note}?held={kept.Id}");
        Assert.DoesNotContain("typed-and-kept", others.Text, StringComparison.Ordinal);
        await again.PostAsync(refilled, fields: [("Input.Kind", "Fact")]);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<FormKey>().CountAsync()));

        var purge = moot.Services.GetRequiredService<FormPurge>();
        await purge.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<HeldForm>().CountAsync()));
        moot.Clock.Advance(HeldForms.KeptFor);
        await purge.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HeldForm>().CountAsync()));
        Assert.Equal(1, await moot.WithAsync(db => db.Set<FormKey>().CountAsync()));
        moot.Clock.Advance(FormPurge.KeysKeptFor);
        await purge.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<FormKey>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_password_is_not_kept(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Account/Password");
        await EndSessionsAsync(moot);
        var signIn = await carys.PostAsync(form, fields: [("Input.Password", "not to be kept")]);
        Assert.StartsWith("/Account/SignIn", signIn.Path, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HeldForm>().CountAsync()));
    }

    private static Task EndSessionsAsync(Moot moot) =>
        moot.WithAsync(async db =>
        {
            foreach (var session in await db.Set<UserSession>().ToListAsync())
            {
                session.EndedAt = TestClock.MondayMorning;
            }
        });
}
