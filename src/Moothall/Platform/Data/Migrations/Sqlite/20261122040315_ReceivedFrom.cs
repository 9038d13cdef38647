using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moothall.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReceivedFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "SharedInformation",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "SharedInformation",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ResearchReturn",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ResearchReturn",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "ActionUpdate",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "ActionUpdate",
                type: "TEXT",
                nullable: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "ReceivedBy", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "SharedInformation");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ResearchReturn");

            migrationBuilder.DropColumn(name: "ReceivedBy", table: "ActionUpdate");

            migrationBuilder.DropColumn(name: "ReceivedOn", table: "ActionUpdate");
        }
    }
}
