package warrant.graph.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import warrant.graph.Store;
import warrant.graph.StoreContract;
import warrant.graph.StoreException;

class MemoryStoreTest extends StoreContract {
    private static final MemoryStore STORE = new MemoryStore();

    @Override
    protected Store store() {
        return STORE;
    }

    @Test
    void a_closed_store_says_so() {
        MemoryStore store = new MemoryStore();
        store.close();

        assertThatThrownBy(store::matters).isInstanceOf(StoreException.class).hasMessage("the store is closed");
    }
}
