using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.ThisWeek;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features;

/// <summary>Home: this week for whoever signed in. Every count goes through the visibility rule of what it counts.</summary>
[Access(Permission.SeeThisWeek)]
public sealed class IndexModel(
    MoothallDb db,
    CurrentUser user,
    HubViewers viewers,
    SetUpFacts setUp,
    TimeProvider clock
) : PageModel
{
    public IReadOnlyList<WeekSection> Sections { get; private set; } = [];

    /// <summary>Why content is shut to the reader today, a sentence for each membership.</summary>
    public IReadOnlyList<string> Shut { get; private set; } = [];

    /// <summary>Whether plans, the calendar or scrutiny are open to the reader; the menu has no room for them.</summary>
    public bool PlansAhead =>
        user.May(Permission.SeePlan)
        || user.May(Permission.SeeCalendar)
        || user.May(Permission.SeeScrutiny);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var week = new Week
        {
            Db = db,
            User = user,
            Viewer = viewer,
            Now = clock.GetUtcNow().UtcDateTime,
        };
        await week.LoadAsync(cancel);
        Shut = viewer.ShutBecause;
        var steps = await FirstSteps.OfAsync(week, setUp, cancel);
        WeekSection?[] sections =
        [
            steps,
            await HubWeek.OfAsync(week, cancel),
            await MinutesWeek.ToSignAsync(week, cancel),
            await MinutesWeek.ToCirculateAsync(week, cancel),
            await AgencyWeek.OfAsync(week, cancel),
            await PlanWeek.OfAsync(week, cancel),
            await PublicWeek.OfAsync(week, cancel),
            await ScrutinyWeek.OfAsync(week, cancel),
            await OtherWeeks.GuestAsync(week, cancel),
            await MinutesWeek.ToReadAsync(week, cancel),
            await MembersWeek.OfAsync(week, cancel),
            await OtherWeeks.DataProtectionAsync(week, cancel),
            steps is not null && user.May(Permission.ManageAccounts)
                ? null
                : await OtherWeeks.StatementsAsync(week, cancel),
            await OtherWeeks.AdministratorAsync(week, setUp, cancel),
        ];
        Sections = [.. sections.OfType<WeekSection>()];
    }

    /// <summary>Where a line leads; nothing while that page does not exist.</summary>
    public string? Address(WeekLine line) =>
        line.Page is null ? null : Url.Page(line.Page, line.Values);
}
