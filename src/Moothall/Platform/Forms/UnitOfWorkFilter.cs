using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Platform.Forms;

/// <summary>
/// Around every page handler: a post is one unit of work that commits when the handler ends well, its one-use key in it;
/// a lost update comes back to the form with both texts; a kept form is put back into its fields.
/// </summary>
public sealed class UnitOfWorkFilter(
    MoothallDb db,
    CurrentUser user,
    HeldForms held,
    PostedValues posted,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : IAsyncPageFilter
{
    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (Outage.IsShownTo(context.HttpContext))
        {
            await next();
            return;
        }

        var needed = context
            .HandlerMethod?.MethodInfo.GetCustomAttribute<AccessAttribute>()
            ?.Permission;
        if (needed is { } permission && !user.May(permission))
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Refusal, actor) with
                {
                    Note = $"needs {permission}",
                }
            );
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }

        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await PostAsync(context, next);
            return;
        }

        if (
            user.SignedIn
            && Guid.TryParse(context.HttpContext.Request.Query[HeldForms.Parameter], out var id)
            && await held.FindAsync(id, user.Id, context.HttpContext.Request.Path) is { } kept
        )
        {
            posted.Refill(context.ModelState, kept);
            Notice(
                context.HandlerInstance,
                "You were signed out before this was sent. Nothing you typed was lost: check it, then send it again."
            );
        }

        if (
            user.SignedIn
            && Guid.TryParse(
                context.HttpContext.Request.Query[SecondText.Parameter],
                out var second
            )
            && context.HandlerInstance is PageModel shown
            && await held.FindAsync(second, user.Id, context.HttpContext.Request.Path) is { } other
        )
        {
            shown.ViewData[SecondText.Key] = SecondText.Of(posted.Unprotect(other));
        }

        await next();
    }

    private async Task PostAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        IFormCollection form;
        try
        {
            form = request.HasFormContentType
                ? await request.ReadFormAsync()
                : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            // NUL characters and broken encodings are refused at the edge (settled 29).
            context.Result = new BadRequestResult();
            return;
        }

        var key =
            user.SignedIn && Guid.TryParse(form[FormStampTagHelper.KeyField], out var typed)
                ? typed
                : (Guid?)null;
        if (key is not null && await RepeatAsync(context, key.Value, form) is { } earlier)
        {
            context.Result = earlier;
            return;
        }

        db.BeginUnit();
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
        {
            await db.RollbackAsync();
            if (
                executed.Exception is DbUpdateConcurrencyException conflict
                && context.HandlerInstance is PageModel page
            )
            {
                executed.ExceptionHandled = true;
                executed.Result = await LostUpdate.ShowAsync(page, conflict);
            }

            return;
        }

        // Only a form that succeeded leads elsewhere. One shown again with errors may have touched records it never
        // meant to save, so nothing is saved for it here; what its handler saved on purpose is committed.
        var location = LocationOf(executed.Result, context);
        if (key is not null && location is not null)
        {
            db.Add(
                new FormKey
                {
                    UserId = user.Id,
                    Key = key.Value,
                    Location = location,
                    Fingerprint = HeldForms.Fingerprint(form),
                    UsedAt = clock.GetUtcNow().UtcDateTime,
                }
            );
        }

        try
        {
            if (location is not null)
            {
                await db.SaveChangesAsync();
            }

            await db.CommitAsync();
        }
        catch (DbUpdateException) when (key is not null)
        {
            // Two sendings at the same moment: the other one won, and this one leads where it led.
            db.ChangeTracker.Clear();
            if (await RepeatAsync(context, key.Value, form) is not { } won)
            {
                throw;
            }

            executed.Result = won;
        }
    }

    private async Task<IActionResult?> RepeatAsync(
        PageHandlerExecutingContext context,
        Guid key,
        IFormCollection form
    )
    {
        var used = await db.Set<FormKey>()
            .AsNoTracking()
            .SingleOrDefaultAsync(k => k.UserId == user.Id && k.Key == key);
        if (used is null)
        {
            return null;
        }

        if (used.Fingerprint == HeldForms.Fingerprint(form))
        {
            Notice(context.HandlerInstance, "You had sent this already. It was saved once.");
            return new LocalRedirectResult(used.Location);
        }

        // Forms of an account hold passwords and codes, which are kept nowhere.
        if (
            context.HttpContext.Request.Path.StartsWithSegments(
                "/Account",
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            Notice(
                context.HandlerInstance,
                "You had sent this form already. What you sent first was kept."
            );
            return new LocalRedirectResult(used.Location);
        }

        var second = await held.KeepAsync(user.Id, used.Location.Split('?', '#')[0], form);
        await db.CommitAsync();
        Notice(
            context.HandlerInstance,
            "You had sent this form already, with a different text. What you sent first was kept. What you sent the second time was not saved; it is shown below for you to copy."
        );
        return new LocalRedirectResult(
            QueryHelpers.AddQueryString(used.Location, SecondText.Parameter, second.ToString())
        );
    }

    private static void Notice(object instance, string text)
    {
        if (instance is PageModel page)
        {
            page.TempData["Notice"] = text;
        }
    }

    private static string? LocationOf(IActionResult? result, PageHandlerExecutingContext context)
    {
        var urls = ((PageModel)context.HandlerInstance).Url;
        return result switch
        {
            LocalRedirectResult local => local.Url,
            RedirectResult redirect when urls.IsLocalUrl(redirect.Url) => redirect.Url,
            RedirectToPageResult page => urls.Page(
                page.PageName,
                page.PageHandler,
                page.RouteValues,
                null,
                null,
                page.Fragment
            ),
            _ => null,
        };
    }
}
