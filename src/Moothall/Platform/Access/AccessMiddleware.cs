using Moothall.Platform.Audit;
using Moothall.Platform.Forms;
using Moothall.Platform.Ui;

namespace Moothall.Platform.Access;

/// <summary>
/// Stands before every endpoint: recognises the person, asks the endpoint's permission, records what was refused and
/// what was shown. A page cannot be reached around it.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next, AuditQueue audit)
{
    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(
        HttpContext context,
        Sessions sessions,
        CurrentUser user,
        AuditActor actor,
        ReadNotes reads,
        HeldForms held
    )
    {
        var endpoint = context.GetEndpoint();
        if (Outage.IsShownTo(context))
        {
            await next(context);
            return;
        }

        await sessions.RecogniseAsync(context, endpoint?.DisplayName ?? context.Request.Path);
        context.Response.OnStarting(() => RecordReadsAsync(actor, reads));

        if (endpoint is null || endpoint.Metadata.GetMetadata<OpenAttribute>() is not null)
        {
            await next(context);
            return;
        }

        if (!user.SignedIn)
        {
            context.Response.Redirect(await held.SignInAddressAsync(context));
            return;
        }

        var access = endpoint.Metadata.GetMetadata<AccessAttribute>();
        if (access is not null && !user.May(access.Permission))
        {
            await RefuseAsync(context, actor, access.Permission);
            return;
        }

        await next(context);
    }

    private async Task RefuseAsync(HttpContext context, AuditActor actor, Permission permission)
    {
        // The refusal has its own transaction: what the request wanted is not done, that it was wanted is kept (settled 18).
        var payload = AuditPayload.Of(AuditKind.Refusal, actor);
        await audit.AppendAsync(
            payload with
            {
                Note = $"{context.Request.Method} needs {permission}",
            }
        );
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task RecordReadsAsync(AuditActor actor, ReadNotes reads)
    {
        if (reads.Shown.Count > 0)
        {
            var subjects = reads
                .Shown.OrderBy(subject => subject.Kind)
                .ThenBy(subject => subject.Id)
                .ToList();
            reads.Clear();
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Read, actor) with
                {
                    Subjects = subjects,
                }
            );
        }
    }
}
