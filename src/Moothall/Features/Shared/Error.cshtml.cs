using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Ui;

namespace Moothall.Features.Shared;

/// <summary>The one page for everything that can't be shown, with a reference the person can quote and the log holds.</summary>
[Open("Says only that something went wrong, and visitors meet errors too.")]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    /// <summary>The HTTP status being explained.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>What to say.</summary>
    public ErrorWords Words { get; private set; } = ErrorWords.For(404, null);

    /// <summary>What the person can quote; the log line has the same.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>Runs for every method, since the request that failed may have been a post.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // What failed may know better than the address: records that cannot be reached are no fault of the page.
        var status =
            Response.StatusCode
                is StatusCodes.Status503ServiceUnavailable
                    or StatusCodes.Status507InsufficientStorage
                ? Response.StatusCode
            : Code is >= 400 and <= 599 ? Code
            : StatusCodes.Status404NotFound;
        // What was typed into the failed page is no error of this one.
        ModelState.Clear();
        Response.StatusCode = status;
        Words = ErrorWords.For(status, HttpContext.Features.Get<Refusal>()?.Reason);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            // Neither its address, which may hold the key of an invitation, nor its words, which may hold anything.
            var failed = HttpContext.Features.Get<IExceptionHandlerFeature>();
            log.LogError(
                "{Method} {Route} failed, reference {Reference}",
                Request.Method,
                (failed?.Endpoint as RouteEndpoint)?.RoutePattern.RawText,
                Reference
            );
        }
    }
}
