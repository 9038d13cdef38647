using Microsoft.AspNetCore.Mvc;
using Moothall;
using Moothall.Features.Account;
using Moothall.Features.Admin;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Import;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Backups;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Email;
using Moothall.Platform.Forms;
using Moothall.Platform.Operations;
using Moothall.Platform.Ui;

// Unlike 1 it may be mended by waiting, as when the database starts later than this.
const int TryAgain = 75;

var start = StartOptions.Parse(args);
WebApplication app;
try
{
    app = Build(start);
}
catch (Exception fault) when (Installation.ProblemOf(fault) is { } unusable)
{
    await Console.Error.WriteLineAsync(unusable);
    return 1;
}

if (
    start.Command == Command.Serve
    && start.Preset is not null
    && PortCheck.Problem(app.Configuration["urls"]) is { } taken
)
{
    await Console.Error.WriteLineAsync(taken);
    return 1;
}

if (start.Command == Command.VerifyAudit)
{
    return await VerifyAuditCommand.RunAsync(app.Services);
}

if (start.Command == Command.Import)
{
    return start.Import.Kind == PlanImportCommand.Kind
        ? await PlanImportCommand.RunAsync(app.Services, start.Import, Console.Out, Console.Error)
        : await ImportCommand.RunAsync(app.Services, start.Import, Console.Out, Console.Error);
}

switch (start.Command)
{
    case Command.Backup:
        return await BackupCommands.BackUpAsync(
            app.Services,
            start.BackupFile,
            Console.Out,
            Console.Error
        );
    case Command.ShowRecoveryCode:
        return await BackupCommands.ShowCodeAsync(app.Services, Console.Out, Console.Error);
    case Command.Restore:
        return await BackupCommands.RestoreAsync(
            app.Services,
            start.BackupFile,
            Console.In,
            Console.Out,
            Console.Error
        );
}

try
{
    if (await Preparation.PrepareAsync(app.Services, start) is { } problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}
catch (Exception fault) when (Outage.Caused(fault))
{
    await Console.Error.WriteLineAsync(
        $"The database does not answer. {fault.GetBaseException().Message}"
    );
    return TryAgain;
}

await Announcement.PrepareAsync(app, start);

app.UseOperations();
app.UseMootUi();
app.UseRouting();
app.Use(RequestLog.NoteRouteAsync);
app.UseMiddleware<MastheadMiddleware>();
app.UseAuthentication();
app.UseMiddleware<AccessMiddleware>();
app.MapMootUi();
app.MapRazorPages();
app.MapLiveMeeting();

await app.RequireAccessOnEveryEndpointAsync();
await app.RunAsync();
return 0;

static WebApplication Build(StartOptions start)
{
    var builder = Installation.CreateBuilder(start.HostArguments);
    if (start.IsDemonstration)
    {
        // The address and the people are printed instead; the host's own lines would stand between them.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }
    else if (start.Command == Command.Serve)
    {
        builder.Logging.AddServerLog();
    }

    if (start.Command is not Command.Serve and not Command.VerifyAudit)
    {
        // What it prints is read by people and by programs, so nothing else is printed.
        builder.Logging.ClearProviders();
    }

    var address = start.DatabaseAddress(builder.Configuration);
    var data = StartOptions.DataFolder(builder.Configuration, address);
    var keys = StartOptions.KeyFolder(builder.Configuration, address);

    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(start);
    builder.Services.AddMoothallDb(address);
    builder.Services.AddAccess(keys);
    builder.Services.AddDocuments(builder.Configuration, data, keys);
    builder.Services.AddBackups(BackupPlaces.Of(builder.Configuration, address, data, keys));
    builder.Services.AddOperations(builder.Configuration);
    builder.Services.AddEmail(builder.Configuration);
    builder.Services.AddAccounts();
    builder.Services.AddAdmin();
    builder.Services.AddHub();
    builder.Services.AddPartnership();
    builder.Services.AddPlan();
    builder.Services.AddMootUi();
    builder.Services.AddRazorPages(options =>
    {
        options.RootDirectory = "/Features";
        options.Conventions.ConfigureFilter(new ServiceFilterAttribute(typeof(UnitOfWorkFilter)));
    });
    return builder.Build();
}

/// <summary>The application, named for the tests that host it.</summary>
public partial class Program;
