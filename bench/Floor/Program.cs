using Microsoft.EntityFrameworkCore;
using Moothall.Floor;

// The least that a web page can cost here: no sign-in, no access, no audit, no layout. It reads the rows a page of the product
// shows, by EF Core from the same database, and writes one row into a table of its own.
var builder = WebApplication.CreateBuilder(args);
var address = builder.Configuration["Database"]!;
var isPostgres = address.Contains("Host=", StringComparison.OrdinalIgnoreCase);
builder.Logging.ClearProviders();
builder.Services.AddDbContext<FloorDb>(options =>
    _ = isPostgres ? options.UseNpgsql(address) : options.UseSqlite($"Data Source={address}")
);
builder.Services.AddRazorPages();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    var db = scope.ServiceProvider.GetRequiredService<FloorDb>();
    await db.Database.ExecuteSqlRawAsync(
        isPostgres
            ? """CREATE TABLE IF NOT EXISTS "FloorNote" ("Id" uuid PRIMARY KEY, "At" timestamptz NOT NULL, "Text" text NOT NULL)"""
            : """CREATE TABLE IF NOT EXISTS "FloorNote" ("Id" TEXT PRIMARY KEY, "At" TEXT NOT NULL, "Text" TEXT NOT NULL)"""
    );
}

app.MapRazorPages();
await app.RunAsync();
