using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.Own;

/// <summary>A person's own account: who they are here, where they are signed in, what they sign in with.</summary>
[SignedIn("Everyone looks after their own account.")]
public sealed class AccountModel(
    MoothallDb db,
    Sessions sessions,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public required User Person { get; set; }

    public string Organisation { get; private set; } = "";

    /// <summary>The roles held today, in words.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>Where the person is signed in now, this one first.</summary>
    public IReadOnlyList<UserSession> Running { get; private set; } = [];

    /// <summary>When the authenticator was added; nothing in the demonstration.</summary>
    public DateTime? AuthenticatorAddedAt { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Whether a session is the one this page is seen in.</summary>
    public bool IsThisOne(UserSession session) => session.Id == user.SessionId;

    public async Task OnGetAsync()
    {
        Person = await db.Set<User>().AsNoTracking().SingleAsync(one => one.Id == user.Id);
        Organisation =
            await db.Set<Organisation>()
                .Where(one => one.Id == Person.OrganisationId)
                .Select(one => one.Name)
                .SingleOrDefaultAsync()
            ?? "";
        Roles = string.Join(", ", user.Roles.Order().Select(role => DisplayNames.Of(role)));
        Running =
        [
            .. (await RunningSessions().ToListAsync())
                .OrderByDescending(IsThisOne)
                .ThenByDescending(session => session.LastSeenAt),
        ];
        AuthenticatorAddedAt = await db.Set<Authenticator>()
            .Where(own => own.UserId == user.Id)
            .Select(own => (DateTime?)own.AddedAt)
            .SingleOrDefaultAsync();
        CodesLeft = await db.Set<RecoveryCode>()
            .CountAsync(code => code.UserId == user.Id && code.UsedAt == null);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        if (!await RunningSessions().AnyAsync(one => one.Id == session))
        {
            return NotFound();
        }

        await sessions.EndAsync(session, user.Id);
        return Done("That device is signed out.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndAllAsync(user.Id, except: user.SessionId);
        return Done("Every other device is signed out.");
    }

    private LocalRedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return LocalRedirect("/Account");
    }

    private IQueryable<UserSession> RunningSessions()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (seenSince, startedSince) = (now - Sessions.IdleLimit, now - Sessions.AbsoluteLimit);
        return db.Set<UserSession>()
            .AsNoTracking()
            .Where(one =>
                one.UserId == user.Id
                && one.EndedAt == null
                && one.LastSeenAt >= seenSince
                && one.StartedAt >= startedSince
            );
    }

    /// <summary>"24 Nov 2026, 10:00".</summary>
    public static string When(DateTime utc) => UkTime.Short(utc);
}
