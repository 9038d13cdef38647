using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Admin.People;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Somebody who came with a list of members.</summary>
public sealed record BroughtPerson(User User, IReadOnlyList<string> Members, Role Role);

/// <summary>Invites the people of a list of members together. The list made them known; an administrator lets them in (S1-5.1).</summary>
[Access(Permission.ManageAccounts)]
public sealed class InviteBroughtInModel(MoothallDb db, Accounts accounts) : PageModel
{
    /// <summary>Those to invite.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<BroughtPerson> People { get; private set; } = [];

    /// <summary>The links, once there are any.</summary>
    public IReadOnlyList<(string Name, InvitationLink Link)> Links { get; private set; } = [];

    /// <summary>Those who came with a list and were never given a role.</summary>
    public static IQueryable<User> Waiting(MoothallDb db)
    {
        var brought = db.Set<ImportedRecord>()
            .Where(one => one.Kind == nameof(Platform.Access.User))
            .Select(one => one.RecordId);
        return db.Set<User>()
            .Where(user =>
                user.LeftAt == null
                && user.PasswordHash == null
                && !user.Grants.Any()
                && brought.Contains(user.Id)
            );
    }

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
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Choose at least one person");
            return;
        }

        var links = new List<(string, InvitationLink)>();
        foreach (var one in chosen)
        {
            links.Add((one.User.Name, await accounts.InviteKnownAsync(one.User, one.Role)));
        }

        Links = links;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var users = await Waiting(db)
            .Include(user => user.Grants)
            .OrderBy(user => user.Name)
            .ToListAsync(cancel);
        var ids = users.ConvertAll(user => user.Id);
        var acting = await (
            from member in db.Set<HubMembership>()
            from person in member.Representatives
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
