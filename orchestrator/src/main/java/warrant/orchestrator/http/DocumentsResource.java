package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import warrant.extraction.relate.Level;
import warrant.orchestrator.matter.MatterFolder;
import warrant.orchestrator.owner.Budget;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;
import warrant.orchestrator.owner.Work;

/** The files of a matter. */
@Path("/v1/documents")
@Blocking
public class DocumentsResource {
    private final Owner owner;
    private final Work work;

    DocumentsResource(Owner owner, Work work) {
        this.owner = owner;
        this.work = work;
    }

    /** A file of the matter's folder. */
    public record FileView(String name, long bytes) {}

    @GET
    @Operation(summary = "The files of the matter's documents folder")
    public List<FileView> list(@QueryParam("matter") @Nullable String matter) {
        MatterFolder folder = folder(matter);
        return folder.documents().stream()
                .map(file -> new FileView(folder.nameOf(file), size(file)))
                .toList();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Adds files (form fields called 'file') and takes them in; answers with the job")
    public JobsResource.JobView upload(
            @QueryParam("matter") @Nullable String matter, @RestForm("file") List<FileUpload> files)
            throws IOException {
        if (files.isEmpty()) {
            throw new OwnerException(Who.USER, "no file was sent: expected form fields called 'file'");
        }
        MatterFolder folder = folder(matter);
        for (FileUpload file : files) {
            try (InputStream in = Files.newInputStream(file.uploadedFile())) {
                store(folder, file.fileName(), in);
            }
        }
        return JobsResource.JobView.of(IngestResource.start(owner, work, matter, Level.MODEL, Budget.NONE, false));
    }

    @PUT
    @Path("{name: .+}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Puts one file into the documents folder; it is taken in by the next ingestion")
    public FileView put(
            @QueryParam("matter") @Nullable String matter, @PathParam("name") String name, InputStream content)
            throws IOException {
        return store(folder(matter), name, content);
    }

    @DELETE
    @Path("{name: .+}")
    @Operation(summary = "Takes a file out of the documents folder; the next ingestion withdraws what rested on it")
    public List<FileView> delete(@QueryParam("matter") @Nullable String matter, @PathParam("name") String name)
            throws IOException {
        if (!Files.deleteIfExists(folder(matter).place(name))) {
            throw new OwnerException(Who.USER, "there is no document '" + name + "'");
        }
        return list(matter);
    }

    private MatterFolder folder(@Nullable String matter) {
        return MatterFolder.read(owner.register().choose(matter).folder());
    }

    /** The file appears under its name once it is whole. */
    private static FileView store(MatterFolder folder, String name, InputStream content) throws IOException {
        java.nio.file.Path place = folder.place(name);
        Files.createDirectories(place.getParent());
        java.nio.file.Path part = Files.createTempFile(place.getParent(), ".upload-", ".part");
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return new FileView(folder.nameOf(place), Files.size(place));
    }

    private static long size(java.nio.file.Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new OwnerException(Who.USER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
