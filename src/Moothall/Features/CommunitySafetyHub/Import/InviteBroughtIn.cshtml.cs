using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Admin.People;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Somebody who came with a list of members.</summary>
public sealed record BroughtPerson(User User, IReadOnlyList<string> Members, Role Role);

/// <summary>Invites the people of a list of members together. The list made them known; an administrator lets them in (S1-5.1).</summary>
[Access(Permission.ManageAccounts)]
public sealed class InviteBroughtInModel(MoothallDb db, Accounts accounts, TimeProvider clock)
    : PageModel
{
    private const string Overtaken =
        "Another administrator has just invited some of these people, so nobody was invited here. Check the list and send it again.";

    /// <summary>Those to invite.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<BroughtPerson> People { get; private set; } = [];

    /// <summary>The links, once there are any.</summary>
    public IReadOnlyList<(string Name, InvitationLink Link)> Links { get; private set; } = [];

    /// <summary>Those who came with a list, act for a member, and were never invited: whose role was taken back is not offered again.</summary>
    public static IQueryable<User> Waiting(MoothallDb db, DateOnly today) =>
        db.OnlyListed()
            .Where(user =>
                user.LeftAt == null
                && !db.Set<Invitation>().Any(one => one.UserId == user.Id)
                && Acting(db, today).Any(one => one.UserId == user.Id)
            );

    private static IQueryable<Representative> Acting(MoothallDb db, DateOnly today) =>
        db.Set<HubMembership>()
            .Where(member => member.LeftOn == null || member.LeftOn >= today)
            .SelectMany(member => member.Representatives)
            .Where(one => one.Until == null || one.Until >= today);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Chosen = [.. People.Select(one => one.User.Id)];
    }

    /// <summary>Gives those chosen their role and shows each link, once.</summary>
    public async Task OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var chosen = People.Where(one => Chosen.Contains(one.User.Id)).ToList();
        if (chosen.Count < Chosen.Distinct().Count())
        {
            ModelState.AddModelError("", Overtaken);
            return;
        }

        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Choose at least one person");
            return;
        }

        var links = new List<(string, InvitationLink)>();
        try
        {
            foreach (var one in chosen)
            {
                links.Add((one.User.Name, await accounts.InviteKnownAsync(one.User, one.Role)));
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            ModelState.AddModelError("", Overtaken);
            return;
        }

        Links = links;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var users = await Waiting(db, today)
            .Include(user => user.Grants)
            .OrderBy(user => user.Name)
            .ToListAsync(cancel);
        var ids = users.ConvertAll(user => user.Id);
        var acting = await (
            from member in db.Set<HubMembership>()
            join person in Acting(db, today) on member.Id equals person.MembershipId
            where ids.Contains(person.UserId)
            orderby member.Order
            select new
            {
                person.UserId,
                person.IsDeputy,
                member.Name,
            }
        ).ToListAsync(cancel);
        People =
        [
            .. users.Select(user =>
            {
                var theirs = acting.FindAll(one => one.UserId == user.Id);
                return new BroughtPerson(
                    user,
                    theirs.ConvertAll(one => one.Name),
                    theirs.Exists(one => !one.IsDeputy) ? Role.Member : Role.Deputy
                );
            }),
        ];
    }
}
