using System.Diagnostics;

namespace Moothall.Platform.Operations;

/// <summary>One line a request: how it was asked, which page by its template and so without what it was asked about, what came of it.</summary>
public sealed class RequestLog(
    RequestDelegate next,
    RequestFigures figures,
    ILogger<RequestLog> log
)
{
    private const string Unknown = "none";

    private static readonly string[] Methods =
    [
        HttpMethods.Get,
        HttpMethods.Head,
        HttpMethods.Post,
        HttpMethods.Options,
    ];

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var method = Methods.Contains(context.Request.Method) ? context.Request.Method : "other";
        var start = Stopwatch.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            Note(context, method, status, Stopwatch.GetElapsedTime(start));
        }
    }

    private void Note(HttpContext context, string method, int status, TimeSpan taken)
    {
        // A stream lasts as long as a meeting and is always broken off.
        var isStream = context.Response.ContentType == "text/event-stream";
        var route = RouteOf(context);
        if (context.RequestAborted.IsCancellationRequested && !isStream)
        {
            status = StatusCodes.Status499ClientClosedRequest;
        }

        log.LogInformation(
            "{Method} {Route} {Status} in {Milliseconds} ms, reference {Reference}",
            method,
            route,
            status,
            Math.Round(taken.TotalMilliseconds, 1),
            context.TraceIdentifier
        );
        if (!isStream)
        {
            figures.Add(method, route, status, taken.TotalSeconds);
        }
    }

    /// <summary>Remembers which page was asked for, before an error page takes its place.</summary>
    public static Task NoteRouteAsync(HttpContext context, RequestDelegate next)
    {
        context.Items.TryAdd(
            typeof(RequestLog),
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Unknown
        );
        return next(context);
    }

    private static string RouteOf(HttpContext context) =>
        "/" + ((context.Items[typeof(RequestLog)] as string) ?? "files").TrimStart('/');
}
