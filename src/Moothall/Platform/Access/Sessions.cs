using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Platform.Access;

/// <summary>Begins, recognises and ends the sessions of signed-in people.</summary>
public sealed class Sessions(MoothallDb db, TimeProvider clock, CurrentUser user, AuditActor actor)
{
    /// <summary>Name of the cookie scheme.</summary>
    public const string Scheme = "Moothall";

    /// <summary>Without a request for this long, a session has ended.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromHours(2);

    /// <summary>After this long a session has ended, whatever happened in it.</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);

    private const string SessionClaim = "session";
    private static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(2);

    /// <summary>Starts a session for someone whose two factors were both checked, and sets its cookie. Nothing of an earlier session is kept.</summary>
    public async Task BeginAsync(HttpContext context, User person)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var device = context.Request.Headers.UserAgent.ToString();
        var session = new UserSession
        {
            UserId = person.Id,
            StartedAt = now,
            LastSeenAt = now,
            Device = device.Length > 200 ? device[..200] : device,
        };
        db.Add(session);
        await db.SaveChangesAsync();
        var identity = new ClaimsIdentity([new(SessionClaim, session.Id.ToString())], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Ends one of the person's sessions, here or on another device.</summary>
    public async Task EndAsync(Guid sessionId, Guid ownerId)
    {
        var session = await db.Set<UserSession>()
            .SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == ownerId);
        if (session is { EndedAt: null })
        {
            session.EndedAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Ends every session of a person, as when they leave or lose a device; all but one where it is named.</summary>
    public Task EndAllAsync(Guid ownerId, Guid? except = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.InTurnAsync(() =>
            db.Set<UserSession>()
                .Where(session =>
                    session.UserId == ownerId && session.EndedAt == null && session.Id != except
                )
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now))
        );
    }

    /// <summary>Which of these sessions still run: not ended, within both limits, and their owners have not left.</summary>
    public async Task<IReadOnlySet<Guid>> RunningAsync(
        IReadOnlyCollection<Guid> sessionIds,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (seenSince, seenUntil) = (now - IdleLimit, now + IdleLimit);
        var startedSince = now - AbsoluteLimit;
        var running = await db.Set<UserSession>()
            .Where(session => sessionIds.Contains(session.Id) && session.EndedAt == null)
            .Where(session => session.LastSeenAt >= seenSince && session.LastSeenAt <= seenUntil)
            .Where(session => session.StartedAt >= startedSince)
            .Where(session =>
                db.Set<User>().Any(user => user.Id == session.UserId && user.LeftAt == null)
            )
            .Select(session => session.Id)
            .ToListAsync(cancel);
        return running.ToHashSet();
    }

    /// <summary>
    /// Counts people as in front of their screens although they send nothing, as when one listens for an hour in a meeting. The
    /// limit on a session's whole length stays.
    /// </summary>
    public Task AttendAsync(
        IReadOnlyCollection<Guid> sessionIds,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (grain, seenSince) = (now - SeenGrain, now - IdleLimit);
        return db.InTurnAsync(() =>
            db.Set<UserSession>()
                .Where(session => sessionIds.Contains(session.Id) && session.EndedAt == null)
                .Where(session => session.LastSeenAt < grain && session.LastSeenAt >= seenSince)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(session => session.LastSeenAt, now),
                    cancel
                )
        );
    }

    /// <summary>Fills <see cref="CurrentUser"/> from the cookie when its session still runs. One query a request.</summary>
    public async Task RecogniseAsync(HttpContext context, string why)
    {
        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        actor.BeVisitor(from, why);
        if (!Guid.TryParse(context.User.FindFirstValue(SessionClaim), out var sessionId))
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = UkTime.Today(clock);
        var found = await db.Set<UserSession>()
            .AsNoTracking()
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Join(
                db.Set<User>(),
                session => session.UserId,
                person => person.Id,
                (session, person) => new { session, person }
            )
            .Where(row => row.person.LeftAt == null)
            .Select(row => new
            {
                row.session.StartedAt,
                row.session.LastSeenAt,
                row.person.Id,
                row.person.Name,
                row.person.OrganisationId,
                Roles = row
                    .person.Grants.Where(g =>
                        g.From <= today && (g.Until == null || g.Until >= today)
                    )
                    .Select(g => g.Role)
                    .ToList(),
            })
            .SingleOrDefaultAsync();
        if (
            found is null
            // Either way: a session of a time that has not come yet was begun by a clock that was wrong.
            || (now - found.LastSeenAt).Duration() > IdleLimit
            || now - found.StartedAt > AbsoluteLimit
        )
        {
            return;
        }

        user.Become(found.Id, sessionId, found.Name, found.OrganisationId, found.Roles);
        actor.BePerson(found.Id, found.Name, from, why);
        var unattended = context.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>();
        if (unattended is null && (now - found.LastSeenAt).Duration() > SeenGrain)
        {
            await db.InTurnAsync(() =>
                db.Set<UserSession>()
                    .Where(session => session.Id == sessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now))
            );
        }
    }
}
