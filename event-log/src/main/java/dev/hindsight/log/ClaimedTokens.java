package dev.hindsight.log;

import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores a token only for whoever holds the claim. JdbcTokenStore of Axon 4.13.0 claims a row that nobody owns while it
 * stores, so a batch that began before its claim was taken away would overwrite a token that has moved on.
 */
final class ClaimedTokens extends JdbcTokenStore {

    ClaimedTokens(Builder builder) {
        super(builder);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        try (var connection = getConnection();
                var update = storeUpdate(connection, token, processor, segment)) {
            if (update.executeUpdate() == 0) {
                throw new UnableToClaimTokenException("The claim on %s is gone".formatted(processor));
            }
        } catch (SQLException e) {
            throw new JdbcException("Could not store the token of " + processor, e);
        }
    }
}
