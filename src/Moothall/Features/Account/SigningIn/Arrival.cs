using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;

namespace Moothall.Features.Account.SigningIn;

/// <summary>The last step of every way in: records it, ends what ran before on this browser, begins the session.</summary>
public sealed class Arrival(
    Sessions sessions,
    CurrentUser user,
    KnownDevice devices,
    AuditQueue audit,
    AuditActor actor
)
{
    /// <summary>Records that the person signed in, and how. Before the request's first save (see <see cref="SignInLimits"/>); from here the request is theirs.</summary>
    public async Task RecordAsync(HttpContext context, User person, string how)
    {
        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        actor.BePerson(person.Id, person.Name, from, actor.Why);
        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.SignIn, actor) with
            {
                Note = how,
                Subjects = [new(nameof(User), person.Id)],
            }
        );
    }

    /// <summary>Begins the session of a person whose two factors were both checked.</summary>
    public async Task BeginAsync(HttpContext context, User person)
    {
        if (user.SignedIn)
        {
            await sessions.EndAsync(user.SessionId, user.Id);
        }

        await sessions.BeginAsync(context, person);
        devices.Remember(context, person.Id);
        HalfWay.Clear(context);
    }

    /// <summary>Where to go afterwards: an address on this site, else home.</summary>
    public static string Destination(IUrlHelper urls, string? asked) =>
        urls.IsLocalUrl(asked) ? asked : "/";
}
