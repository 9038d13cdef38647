using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moothall.Platform.Data;
using Moothall.Platform.Operations;
using Moothall.Tests.Hosting;
using Moothall.Tests.House.Markers;

namespace Moothall.Tests.Platform.Operations;

/// <summary>The log of a server says what happened and nothing about anybody, even where something breaks.</summary>
public sealed class LogTests
{
    [Theory, BothDatabases]
    public async Task No_line_holds_what_a_record_holds_or_who_asked(Database database)
    {
        using var log = new CapturedLog();
        var fault = new Fault();
        await using var moot = await StartAsync(database, log, fault);
        var world = await PlantedWorld.PlantAsync(moot);
        var routes = await Routes.ReadAsync(moot, world);
        var start = 0;
        foreach (var person in new Person?[] { People.Coordinator, People.Police, null })
        {
            using var browser = person is null ? moot.Visitor() : await moot.AsAsync(person);
            await new Crawl(
                world,
                routes,
                new Visit(world, person, browser),
                start += 5
            ).RunAsync();
        }

        fault.Words = string.Join(' ', world.Marks.All.Select(mark => mark.Text));
        using var coordinator = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            HttpStatusCode.InternalServerError,
            (await coordinator.GetAsync("/Cases")).Status
        );

        Assert.True(log.Lines.Count > 100, $"only {log.Lines.Count} lines");
        Assert.Contains(
            log.Lines,
            line => line.Contains(nameof(FaultException), StringComparison.Ordinal)
        );
        var told = log.Lines.Where(line => world.Marks.In(line).Any());
        Assert.Empty(told);
        Assert.DoesNotContain(
            log.Lines,
            line =>
                People.All.Any(person =>
                    line.Contains(person.Name, StringComparison.OrdinalIgnoreCase)
                    || line.Contains(person.Email, StringComparison.OrdinalIgnoreCase)
                    || line.Contains(person.Id.ToString(), StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Fact]
    public async Task The_reference_that_a_person_quotes_finds_the_fault_and_the_page()
    {
        using var log = new CapturedLog();
        var fault = new Fault { Words = "Tobias Ormerodian" };
        await using var moot = await StartAsync(Database.Sqlite, log, fault);
        using var browser = await moot.AsAsync(People.Coordinator);
        var page = await browser.GetAsync("/Cases?topic=1");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        var reference = page.Document.QuerySelector(".moot-reference")!.TextContent;
        var lines = log
            .Lines.Select(line => JsonNode.Parse(line)!)
            .Where(line => (string?)line["reference"] == reference)
            .ToList();
        var request = Assert.Single(lines, line => line["status"] is not null);
        Assert.Equal(
            ("GET", "/Cases", 500),
            (
                (string?)request["method"],
                ((string?)request["route"])!.Split("/{")[0],
                (int?)request["status"]
            )
        );
        Assert.True((double?)request["milliseconds"] > 0);
        var told = Assert.Single(
            lines,
            line =>
                ((string?)line["from"])!.EndsWith(
                    "ExceptionHandlerMiddleware",
                    StringComparison.Ordinal
                )
        );
        Assert.EndsWith(
            nameof(FaultException),
            (string?)told["fault"]![0]!["type"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at Moothall",
            (string?)told["fault"]![0]!["where"],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            log.Lines,
            line => line.Contains("Ormerodian", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_the_browser_broke_off_has_its_line_too(bool isThrown)
    {
        using var log = new CapturedLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var middleware = new RequestLog(
            _ => isThrown ? throw new OperationCanceledException() : Task.CompletedTask,
            new RequestFigures(),
            factory.CreateLogger<RequestLog>()
        );
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(true) };
        context.Request.Method = "GET";
        var fault = await Xunit.Record.ExceptionAsync(() => middleware.InvokeAsync(context));
        Assert.Equal(isThrown, fault is OperationCanceledException);
        var line = JsonNode.Parse(Assert.Single(log.Lines))!;
        Assert.Equal(("GET", 499), ((string?)line["method"], (int?)line["status"]));
    }

    private static Task<Moot> StartAsync(Database database, CapturedLog log, Fault fault) =>
        Moot.StartAsync(
            database,
            services =>
            {
                services.AddSingleton<ILoggerProvider>(log);
                services.PostConfigure<LoggerFilterOptions>(options =>
                {
                    // As in production.
                    options.Rules.Clear();
                    options.MinLevel = LogLevel.Information;
                    foreach (
                        var quiet in new[]
                        {
                            "Microsoft.AspNetCore",
                            "Microsoft.EntityFrameworkCore",
                        }
                    )
                    {
                        options.Rules.Add(
                            new(typeof(CapturedLog).FullName, quiet, LogLevel.Warning, null)
                        );
                    }

                    options.Rules.Add(
                        new(
                            "Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider",
                            null,
                            LogLevel.None,
                            null
                        )
                    );
                });
                services.ConfigureDbContext<SqliteMoothallDb>(options =>
                    options.AddInterceptors(fault)
                );
                services.ConfigureDbContext<PostgresMoothallDb>(options =>
                    options.AddInterceptors(fault)
                );
            }
        );

    private sealed class FaultException(string message) : Exception(message);

    // A fault whose words hold what stands in records, as a driver's may.
    private sealed class Fault : DbCommandInterceptor
    {
        public string? Words { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            Words is { } words
            && command.CommandText.Contains("\"HubCase\"", StringComparison.Ordinal)
                ? throw new FaultException(words)
                : new(result);
    }
}
