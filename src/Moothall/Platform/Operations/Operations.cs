using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Moothall.Platform.Data;

namespace Moothall.Platform.Operations;

/// <summary>What a server's administrator and their machines deal with: proxies, the log, health, figures.</summary>
public static class Operations
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddOperations(
        this IServiceCollection services,
        IConfiguration settings
    )
    {
        if (settings[nameof(OperationsOptions.Proxies)] is { Length: > 0 })
        {
            throw new InvalidOperationException(
                "The setting Proxies is a list, also of one: \"Proxies\": [\"10.0.0.1\"], or Proxies__0 in the environment."
            );
        }

        services.AddOptions<OperationsOptions>().Bind(settings);
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<OperationsOptions>>(
                (headers, options) => Believe(headers, options.Value.Proxies)
            );
        services.AddAntiforgery(options =>
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest
        );
        return services
            .AddSingleton<RequestFigures>()
            .AddSingleton<Readiness>()
            .AddSingleton<Metrics>();
    }

    /// <summary>Makes the log that of a server.</summary>
    public static ILoggingBuilder AddServerLog(this ILoggingBuilder logging) =>
        logging
            .AddConsole(console => console.FormatterName = LogFormat.FormatName)
            .AddConsoleFormatter<LogFormat, ConsoleFormatterOptions>();

    /// <summary>Puts it before everything else, so that it answers when the database does not.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.Use(AnswerWatchersAsync);
    }

    // These addresses are open to everyone who may hear one word, and the figures to this machine or the token's holder; no
    // session and no page has to do with them.
    private static async Task AnswerWatchersAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        switch (context.Request.Path.Value)
        {
            case "/health/live":
                await SayAsync(context, "alive\n", StatusCodes.Status200OK);
                return;
            case "/health/ready"
                when await services
                    .GetRequiredService<Readiness>()
                    .IsReadyAsync(context.RequestAborted):
                await SayAsync(context, "ready\n", StatusCodes.Status200OK);
                return;
            case "/health/ready":
                await SayAsync(context, "not ready\n", StatusCodes.Status503ServiceUnavailable);
                return;
            case "/metrics"
                when services.GetRequiredService<Metrics>() is var metrics
                    && metrics.MayRead(context):
                var db = services.GetRequiredService<MoothallDb>();
                await SayAsync(
                    context,
                    await metrics.WriteAsync(db, context.RequestAborted),
                    StatusCodes.Status200OK
                );
                return;
            default:
                await next(context);
                return;
        }
    }

    private static Task SayAsync(HttpContext context, string words, int status)
    {
        context.Items[typeof(RequestLog)] = context.Request.Path.Value;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(words, context.RequestAborted);
    }

    private static void Believe(ForwardedHeadersOptions headers, IList<string> proxies)
    {
        headers.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        if (proxies.Count == 0)
        {
            // The framework's own: this machine.
            return;
        }

        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                headers.KnownIPNetworks.Add(network);
            }
            else if (IPAddress.TryParse(proxy, out var address))
            {
                headers.KnownProxies.Add(address);
            }
            else
            {
                throw new InvalidOperationException(
                    $"The setting Proxies names {proxy}, which is neither an address nor a network such as 10.0.0.0/8."
                );
            }
        }
    }
}
